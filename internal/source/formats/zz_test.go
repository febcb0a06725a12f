package formats
import ("testing";"os";"fmt";"strings")
func TestZZ(t *testing.T){
 for _,p:=range strings.Fields(os.Getenv("DUMP")){
  d,_:=os.ReadFile(p)
  fmt.Println("==",p); fmt.Print(outline(readValid(t,Markdown{},d),d))
 }
}
