package extract

func (s *stater) events() {}
