package extract

func (x *extractor) proseSums() {}
func (s *sumTable) shareResults() {}
