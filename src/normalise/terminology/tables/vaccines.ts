/**
 * Vaccines: CVX codes, grouped by what they protect against and by platform where a schedule tells them apart (PCV and
 * PPSV, live and recombinant zoster). Source: CDC's CVX code set (public domain, U.S. government work).
 */
export const VACCINES = `
influenza|cvx 15 16 88 111 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 186 194 197 200 201 202 205 231 320|flu;flu shot;flu vaccine;influenza vaccine;influenza seasonal;seasonal influenza vaccine;fluzone;flublok;fluarix;flulaval;flucelvax;fluad;flumist;afluria
influenza-h1n1-2009|cvx 125 126 127 128
covid-19|cvx 207 208 210 211 212 213 217 218 219 221 225 226 227 228 229 230 300 301 302 308 309 310 311 312 313 500 501 502 503 504 505 506 507 508 509 510 511 512 513 514 515 516 517 518 519 520 521|covid;covid 19 vaccine;covid vaccine;sars cov 2 vaccine;comirnaty;spikevax;novavax covid 19
tdap|cvx 115|tdap vaccine;boostrix;adacel
td|cvx 09 113 138 139 196|td adult;td vaccine;tenivac
dt|cvx 28|dt pediatric
dtap|cvx 20 106 107|dtap vaccine;daptacel;infanrix
dtp|cvx 01
tetanus|cvx 35 112 142|tetanus toxoid
dtap-hepb-ipv|cvx 110|dtap hep b ipv;pediarix
dtap-hib|cvx 50
dtap-hib-ipv|cvx 120 170|dtap ipv hib;pentacel
dtap-ipv|cvx 130|kinrix;quadracel
dtap-ipv-hib-hepb|cvx 132 146|vaxelis
mmr|cvx 03|measles mumps and rubella;measles mumps rubella;mmr vaccine;m m r ii
mmrv|cvx 94|proquad
measles|cvx 05
rubella|cvx 06
mumps|cvx 07
varicella|cvx 21|chickenpox;varivax;varicella vaccine;chickenpox vaccine
hepatitis-b|cvx 08 42 43 44 45 189 220|hep b;hepatitis b vaccine;hepb;hep b vaccine;engerix b;recombivax hb;heplisav b
hepatitis-a|cvx 31 52 83 84 85 169|hep a;hepatitis a vaccine;hepa;hep a vaccine;havrix;vaqta
hepatitis-a-b|cvx 104 193|hep a hep b;twinrix
hib|cvx 17 46 47 48 49|haemophilus influenzae type b;hib vaccine;acthib;pedvaxhib
hib-hepb|cvx 51
ipv|cvx 10|inactivated polio;ipol;polio inactivated
opv|cvx 02 178 179 182|oral polio
hpv|cvx 62 118 137 165|human papillomavirus;gardasil;gardasil 9;hpv vaccine;hpv9
pcv7|cvx 100
pcv10|cvx 177
pcv13|cvx 133|prevnar 13;pneumococcal conjugate pcv 13;pneumococcal conjugate pcv13
pcv15|cvx 215|vaxneuvance;pneumococcal conjugate pcv15
pcv20|cvx 216|prevnar 20;pneumococcal conjugate pcv20
pcv21|cvx 327|capvaxive;pneumococcal conjugate pcv21
ppsv23|cvx 33|pneumovax;pneumovax 23;pneumococcal polysaccharide ppv23;pneumococcal polysaccharide vaccine
zoster-live|cvx 121|zostavax
zoster-recombinant|cvx 187|shingrix
rotavirus-monovalent|cvx 119|rotarix
rotavirus-pentavalent|cvx 116|rotateq
meningococcal-acwy-conjugate|cvx 108 114 136 147 203|menactra;menveo;menquadfi;mcv4;meningococcal mcv4;menacwy
meningococcal-polysaccharide|cvx 32|mpsv4
meningococcal-b-fhbp|cvx 162|trumenba
meningococcal-b-4c|cvx 163|bexsero
rsv-adult-gsk|cvx 303|arexvy
rsv-pfizer|cvx 305|abrysvo
rsv-mrna|cvx 326|mresvia
rsv-nirsevimab|cvx 306 307|nirsevimab;beyfortus
yellow-fever|cvx 37 183 184|yellow fever vaccine
typhoid-oral|cvx 25|vivotif
typhoid-polysaccharide|cvx 101|typhim vi
japanese-encephalitis|cvx 39 129 134|ixiaro
rabies|cvx 18 40 90 175 176|rabies vaccine
bcg|cvx 19
tick-borne-encephalitis|cvx 77 222 223 224
smallpox-mpox|cvx 206|jynneos
cholera|cvx 26 172 173 174
`;
