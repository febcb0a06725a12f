package calendar
import ("testing";"os";"path/filepath";"fmt";"strings")
func TestZZ(t *testing.T){
 root:=os.Getenv("ZZ"); if root=="" {t.Skip()}
 filepath.Walk(root,func(p string,fi os.FileInfo,err error)error{
  if err!=nil||fi.IsDir(){return nil}
  b,_:=os.ReadFile(p); s:=string(b)
  toks:=cut(s)
  for i:=0;i<len(toks);{
   if Starts(toks[i]) { if d,n,ok:=Parse(toks,i);ok{
     ctx:=strings.ReplaceAll(s[max(0,toks[i].Start-30):min(len(s),toks[n-1].End+25)],"\n","⏎")
     kind:="day"
     switch{case d.Invalid!="":kind="INV";case d.Backwards:kind="BACK";case d.Both:kind="both";case d.Ambiguous:kind="amb";case d.IsRange():kind="range";case d.Clock>=0:kind="clock";case d.Precision>ByDay:kind="vague"; case d.From.Year==0:kind="noyear"; case d.Form!=Worded:kind="num"}
     if f,k:=d.WeekdayFits();k&&!f{kind="WD"}
     fmt.Printf("ZZ\t%s\t%s\t%s\t…%s…\t%s\n",kind,surface(s,toks,i,n),describe(d),ctx,p)
     i=n;continue
   }}
   i++
  }
  return nil
 })
}
