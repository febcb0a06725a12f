package lexicon
import ("testing";"time";"os";"fmt")
func TestZBuild(t *testing.T){
 for _,x:=range []struct{n string; f func()}{{"given",func(){givenNames()}},{"places",func(){places()}},{"groups",func(){allGroups()}},{"offices",func(){offices()}},{"contacts",func(){contacts()}},{"hedges",func(){hedges()}},{"nouns",func(){nouns()}},{"classes",func(){classes()}},{"nick",func(){nicknames()}}}{
  s:=time.Now(); x.f(); fmt.Println(x.n,time.Since(s))
 }
 for _,f:=range []string{"/work/shared/seeds/000_bdd37d2fd5ee07db.txt","/work/shared/seeds/003_288c59c3fbd3361e.txt"}{
  b,_:=os.ReadFile(f); toks:=cut(string(b))
  for i:=0;i<len(toks);{
   c:=Class(toks[i].Stem()); adv:=1
   if c.Has(TitleWord|RankWord|CourtesyWord|RemitWord){ if tt,n,ok:=MatchTitle(toks,i);ok { fmt.Printf("T %-60s %s %s\n",at(string(b),toks,i,n),tt.Canon,flags(tt)); adv=n}}
   if adv==1 && c.Has(PlaceWord){ if p,n,ok:=MatchPlace(toks,i);ok{ fmt.Printf("P %-60s %s %s %v\n",at(string(b),toks,i,n),p.Code,p.Name,p.Ambiguous); adv=n}}
   if adv==1 && c.Has(GroupWord){ if p,n,ok:=MatchGroup(toks,i);ok{ fmt.Printf("G %-60s %s\n",at(string(b),toks,i,n),p.Code); adv=n}}
   if adv==1 && c.Has(HedgeWord){ if n,ok:=MatchPartial(toks,i);ok{ fmt.Printf("H %-60s\n",at(string(b),toks,i,n)); adv=n}}
   if adv==1 && c.Has(ContactNounWord){ if m,n,ok:=MatchContactNoun(toks,i);ok{ fmt.Printf("C %-60s %s\n",at(string(b),toks,i,n),m.Kind); adv=n}}
   if adv==1 && c.Has(ContactVerbWord){ if m,n,ok:=MatchContactVerb(toks,i);ok{ fmt.Printf("V %-60s %s %s\n",at(string(b),toks,i,n),m.Kind,m.Prep); adv=n}}
   i+=adv
  }
 }
}
