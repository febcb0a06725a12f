package lexicon

import (
	"strings"
	"testing"

	"github.com/concordlint/concord/internal/token"
)

func cut(s string) []token.Token { return token.Append(nil, s, 0, len(s)) }

// at returns the text of n tokens from i.
func at(text string, toks []token.Token, i, n int) string {
	if n == 0 {
		return ""
	}
	return text[toks[i].Start:toks[i+n-1].End]
}

func TestMatchTitle(t *testing.T) {
	for _, c := range []struct{ text, want, canon, flags string }{
		{"Prime Minister Holm", "Prime Minister", "prime-minister", "s"},
		{"Prime Ministers Holm and Wex", "Prime Ministers", "prime-minister", "sp"},
		{"Deputy Prime Minister and Minister of Defense Ode", "Deputy Prime Minister", "deputy-prime-minister", "d"},
		{"Minister of Defense Ode", "Minister of Defense", "defence-minister", "s"},
		{"Minister of National Defence Ode", "Minister of National Defence", "defence-minister", "s"},
		{"Federal Minister of Defense Ode", "Federal Minister of Defense", "defence-minister", "s"},
		{"Defense Minister Ode", "Defense Minister", "defence-minister", "s"},
		{"Secretary of Defense Ode", "Secretary of Defense", "defence-minister", "s"},
		{"Secretary of State for Defense Ode", "Secretary of State for Defense", "defence-minister", "s"},
		{"Secretary of State Ode", "Secretary of State", "secretary-of-state", "s"},
		{"Secretary of State Spokesperson Ode", "Secretary of State Spokesperson", "spokesperson:secretary-of-state", ""},
		{"Secretary Ode", "Secretary", "secretary", ""},
		{"Deputy Secretary of State Ode", "Deputy Secretary of State", "deputy-secretary-of-state", "d"},
		{"Deputy Secretary of Defense Ode", "Deputy Secretary of Defense", "deputy-secretary:defence", "d"},
		{"Deputy Secretary of the Treasury Ode", "Deputy Secretary of the Treasury", "deputy-finance-minister", "d"},
		{"Deputy Secretary Ode", "Deputy Secretary", "deputy-secretary", "d"},
		{"Assistant Secretary of State for European and Eurasian Affairs Ode", "Assistant Secretary of State for European and Eurasian Affairs", "assistant-secretary-of-state:european-eurasian", "d"},
		{"Assistant Secretary Ode", "Assistant Secretary", "assistant-secretary", "d"},
		{"Under Secretary for Arms Control Ode", "Under Secretary for Arms Control", "under-secretary:arms-control", "d"},
		{"Foreign Minister Ode", "Foreign Minister", "foreign-minister", "s"},
		{"Minister for Foreign Affairs Ode", "Minister for Foreign Affairs", "foreign-minister", "s"},
		{"Foreign Secretary Ode", "Foreign Secretary", "foreign-minister", "s"},
		{"Foreign Ministers met", "Foreign Ministers", "foreign-minister", "sp"},
		{"Minister of Agriculture and Fisheries Ode", "Minister of Agriculture and Fisheries", "agriculture-fisheries-minister", "s"},
		{"Fisheries Minister Ode", "Fisheries Minister", "fisheries-minister", "s"},
		{"Trade Minister Ode", "Trade Minister", "trade-minister", "s"},
		{"Minister of Health and Foreign Minister Ode", "Minister of Health", "health-minister", "s"},
		{"trade minister Ode", "trade minister", "trade-minister", "sl"},
		{"minister without portfolio", "minister without portfolio", "minister-without-portfolio", "l"},
		{"ministers of the region", "ministers", "minister", "pl"},
		{"minister to the sick", "", "", ""},
		{"National Security Advisor Ode", "National Security Advisor", "national-security-adviser", "s"},
		{"Principal Deputy National Security Advisor Ode", "Principal Deputy National Security Advisor", "principal-deputy-national-security-adviser", "d"},
		{"National Security Bureau Chief Ode", "National Security Bureau Chief", "head:national-security-bureau", "s"},
		{"Head of the International Policy Bureau Ode", "Head of the International Policy Bureau", "head:international-policy-bureau", "s"},
		{"Head of Presidential Administration Ode", "Head of Presidential Administration", "presidential-office-head", "s"},
		{"Head of Cabinet Ode", "Head of Cabinet", "head-of-cabinet", "s"},
		{"Presidential Security Advisor Ode", "Presidential Security Advisor", "adviser:presidential-security", ""},
		{"Security Advisor Ode", "Security Advisor", "security-adviser", ""},
		{"Director of National Intelligence Ode", "Director of National Intelligence", "director-of-national-intelligence", "s"},
		{"Director General for Political Affairs Ode", "Director General for Political Affairs", "director-general:political", ""},
		{"Sports Director Ode", "Sports Director", "sporting-director", "s"},
		{"Chairman of the Joint Chiefs of Staff Ode", "Chairman of the Joint Chiefs of Staff", "chair-of-joint-chiefs", "s"},
		{"Chief of the Defense Staff Adm. Ode", "Chief of the Defense Staff", "chief-of-defence-staff", "s"},
		{"Chief of the General Staff Gen. Ode", "Chief of the General Staff", "chief-of-general-staff", "s"},
		{"Commander-in-Chief of the Ukrainian Armed Forces Lt. Gen. Ode", "Commander-in-Chief of the Ukrainian Armed Forces", "commander-in-chief", "s"},
		{"Commander-in-Chief of the Armed Forces Ode", "Commander-in-Chief of the Armed Forces", "commander-in-chief", "s"},
		{"Chief of the French Defence Staff Ode", "Chief of the French Defence Staff", "chief-of-defence-staff", "s"},
		{"Chair of the NATO Military Committee Ode", "Chair", "chair", "s"},
		{"President of the European Council Ode", "President", "president", "s"},
		{"president of the rowing club", "president", "president", "sl"},
		{"President of France", "President", "president", "s"},
		{"Vice President Ode", "Vice President", "vice-president", "d"},
		{"Chancellor of the Exchequer Ode", "Chancellor of the Exchequer", "finance-minister", "s"},
		{"State Secretary for Foreign and Global Affairs Ode", "State Secretary for Foreign and Global Affairs", "state-secretary:foreign-global", "d"},
		{"Permanent State Secretary Ode", "Permanent State Secretary", "state-secretary", "d"},
		{"Secretary General Ode", "Secretary General", "secretary-general", "s"},
		{"Secretary-General Ode", "Secretary-General", "secretary-general", "s"},
		{"Deputy Secretary General Ode", "Deputy Secretary General", "deputy-secretary-general", "d"},
		{"High Representative for Foreign Affairs and Security Policy Ode", "High Representative for Foreign Affairs and Security Policy", "high-representative", "s"},
		{"High Representative Ode", "High Representative", "high-representative", "s"},
		{"Ambassador to Ukraine Ode", "Ambassador to Ukraine", "ambassador:to-UA", ""},
		{"Ambassadors of European Allies", "Ambassadors", "ambassador", "p"},
		{"Special Envoy for Ukraine Ode", "Special Envoy for Ukraine", "special-envoy:UA", ""},
		{"Minister for Europe Ode", "Minister for Europe", "europe-minister", "s"},
		{"Secretary of State for Northern Ireland Ode", "Secretary of State for Northern Ireland", "GB-NIR-minister", "s"},
		{"Lieutenant Governor Ode", "Lieutenant Governor", "lieutenant-governor", "sd"},
		{"Lt. Gov. Ode", "Lt. Gov.", "lieutenant-governor", "sd"},
		{"Chief Executive Officer Ode", "Chief Executive Officer", "chief-executive", "s"},
		{"CEO Ode", "CEO", "chief-executive", "s"},
		{"Managing Director Ode", "Managing Director", "managing-director", ""},
		{"head coach Ode", "head coach", "head-coach", "sl"},
		{"the head of it", "", "", ""},
		{"head of the table", "", "", ""},
		{"Mayor Ode", "Mayor", "mayor", "s"},
		{"Attorney General Ode", "Attorney General", "attorney-general", "s"},
		{"Police Chief Ode", "Police Chief", "police-chief", "s"},
		{"Chief Justice Ode", "Chief Justice", "chief-justice", "s"},
		{"Justice Department", "", "", ""},
		{"Justice Minister Ode", "Justice Minister", "justice-minister", "s"},
		{"Lt. Gen. Ode", "Lt. Gen.", "lieutenant-general", "r"},
		{"Gen. Ode", "Gen.", "general", "r"},
		{"General Ode", "General", "general", "r"},
		{"General Assembly", "", "", ""},
		{"in general", "", "", ""},
		{"Major League", "", "", ""},
		{"major change", "", "", ""},
		{"Major Ode", "Major", "major", "r"},
		{"Mr. Ode", "Mr.", "mr", "c"},
		{"Mr Ode", "Mr", "mr", "c"},
		{"Dr. Ode", "Dr.", "dr", "c"},
		{"Sir Ode", "Sir", "sir", "c"},
		{"May said", "", "", ""},
		{"march on", "", "", ""},
		{"chair the meeting", "", "", ""},
		{"PM Ode", "PM", "prime-minister", "s"},
		{"pm today", "", "", ""},
		{"MPs said", "MPs", "member-of-parliament", "p"},
		{"Prime Minister's office", "Prime Minister's", "prime-minister", "s"},
		{"Health and Social Care Secretary Ode", "Health and Social Care Secretary", "health-social-care-minister", "s"},
		{"Party Secretary Ode", "Party Secretary", "secretary:party", "s"},
		{"Press Secretary Ode", "Press Secretary", "press-secretary", ""},
		{"foreign policy of the union", "", "", ""},
		{"defense of the city", "", "", ""},
		{"Head of the Ukrainian Border Service Ode", "Head of the Ukrainian Border Service", "head:border-service", "s"},
		{"Commissioner for Trade Ode", "Commissioner for Trade", "commissioner:trade", "s"},
	} {
		toks := cut(c.text)
		i := 0
		if strings.HasPrefix(c.text, "the ") || strings.HasPrefix(c.text, "in ") {
			i = 1
		}
		title, n, ok := MatchTitle(toks, i)
		if got := at(c.text, toks, i, n); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: matched %q (%s), want %q", c.text, got, title.Canon, c.want)
			continue
		}
		if title.Canon != c.canon || flags(title) != c.flags {
			t.Errorf("%q: %q %q, want %q %q", c.text, title.Canon, flags(title), c.canon, c.flags)
		}
	}
}

func flags(t Title) string {
	var b strings.Builder
	for _, f := range []struct {
		on bool
		c  byte
	}{{t.Single, 's'}, {t.Deputy, 'd'}, {t.Plural, 'p'}, {t.Rank, 'r'}, {t.Courtesy, 'c'}, {t.Lower, 'l'}} {
		if f.on {
			b.WriteByte(f.c)
		}
	}
	return b.String()
}
