package calendar
import ("testing";"os";"path/filepath";"fmt";"strings";"regexp")
func TestZZ2(t *testing.T){
 root:=os.Getenv("ZZ"); if root=="" {t.Skip()}
 mark:=regexp.MustCompile(`^\s*([-*+]|\d+[.)]|#+|\|)?\s*(\*\*|__)?`)
 filepath.Walk(root,func(p string,fi os.FileInfo,err error)error{
  if err!=nil||fi.IsDir()||strings.HasSuffix(p,".json"){return nil}
  b,_:=os.ReadFile(p); s:=string(b)
  blocks:=regexp.MustCompile(`\n\s*\n|</p>|</h\d>|</li>`).Split(s,14)
  tag:=regexp.MustCompile(`<[^>]*>|[*#_]`)
  var heads []string
  for i:=0;i<len(blocks)&&i<12;i++{ heads=append(heads,strings.TrimSpace(tag.ReplaceAllString(blocks[i],""))) }
  d,how,ok:=DocumentDate(nil,heads,p)
  if ok||strings.Contains(root,"sets") {fmt.Printf("DD\t%s\t%s\t%s\n",d,how,p)}
  var dates []Date; var vs []Version; var ls []string
  flush:=func(){ if len(dates)>=3 { o:=VersionDirection(dates,vs); fmt.Printf("OO\t%d\t%d\t%d\t%s\n",o.Dir,len(dates),len(o.Inversions),p); for _,x:=range o.Inversions{fmt.Printf("II\t%s\t<>\t%s\n",ls[x.Item],ls[x.Against])}}
    dates,vs,ls=nil,nil,nil}
  key:=""
  for _,l:=range strings.Split(s,"\n"){
   if strings.TrimSpace(l)==""{continue}
   m:=mark.FindString(l)
   k:=m
   if strings.HasPrefix(strings.TrimSpace(l),"#") && key!=k {flush()}
   d,v,_,ok:=EntryDate(cut(l[len(m):]))
   if !ok { if !strings.HasPrefix(l," "){ if strings.HasPrefix(strings.TrimSpace(l),"#"){flush()} }; continue}
   if k!=key {flush();key=k}
   dates=append(dates,d);vs=append(vs,v);ls=append(ls,l[:min(len(l),90)])
  }
  flush()
  return nil
 })
}
