/**
 * Vaccines: CVX codes, grouped by what they protect against and by platform where a schedule tells them apart (PCV and
 * PPSV, live and recombinant zoster). Source: CDC's CVX code set (public domain, U.S. government work).
 */
export const VACCINES = `
influenza|cvx 15 16 88 111 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 186 194 197 200 201 202 205 231 320 333|influenza;flu;flu shot;flu vaccine;influenza vaccine;influenza seasonal
covid-19|cvx 207 208 210 211 212 213 217 218 219 221 225 226 227 228 229 230 300 301 302 308 309 310 311 312 313|covid 19;covid;covid 19 vaccine;covid vaccine;sars cov 2 vaccine
tdap|cvx 115|tdap vaccine
td|cvx 09 113 138 139 196|td adult;td vaccine
dtap|cvx 20 106 107|dtap vaccine
mmr|cvx 03|measles mumps and rubella;measles mumps rubella
hepatitis-b|cvx 08 42 43 44 45 189 220|hep b;hepatitis b vaccine;hepb
hepatitis-a|cvx 52 83 84 85 31|hep a;hepatitis a vaccine;hepa
hpv|cvx 62 118 137 165|human papillomavirus;gardasil;gardasil 9;hpv vaccine
pcv7|cvx 100
pcv13|cvx 133|prevnar 13
pcv15|cvx 215|vaxneuvance
pcv20|cvx 216|prevnar 20
ppsv23|cvx 33|pneumovax;pneumovax 23
zoster-live|cvx 121|zostavax
zoster-recombinant|cvx 187|shingrix
varicella|cvx 21|chickenpox;varivax;varicella vaccine
rotavirus|cvx 74 116 119 122|rotavirus vaccine
ipv|cvx 10|inactivated polio
`;
