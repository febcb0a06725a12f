package formats
import ("testing";"strings";"time";"fmt")
func TestZZ(t *testing.T){
 for _, s := range []string{strings.Repeat("word and more, ", 7_000_000), strings.Repeat("x",100<<20), strings.Repeat("- x\n", 1_000_000)} {
  a:=time.Now(); d,_ := Read("a.txt", []byte(s)); fmt.Println(len(s)>>20, len(d.Blocks), time.Since(a))
 }
}
