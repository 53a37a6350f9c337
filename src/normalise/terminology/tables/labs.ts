/**
 * Laboratory concepts: LOINC codes that clinicians read as one result, grouped over method and over serum, plasma and
 * whole blood. Timing (fasting, 2 h after), specimen kind (urine, arterial) and sub-fractions stay apart; so do assays
 * whose figures cannot be compared (conventional and high-sensitivity troponin, D-dimer in FEU and in DDU).
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and
 * the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license
 * at http://loinc.org/license. Only codes are used; the keys and names are our own.
 *
 * key|loinc codes|names in use beside the key (only read where no standard code is present)
 */
export const LABS = `
glucose|loinc 2345-7 2339-0 41653-7 2340-8 2341-6 14749-6 15074-8 32016-8|blood glucose;blood sugar;glucose level;serum glucose;plasma glucose;glu;glucose random;random glucose;poc glucose;glucose poct
glucose-fasting|loinc 1558-6 1557-8 10450-5|fasting glucose;fasting blood glucose;fasting blood sugar;fasting plasma glucose;fbs;fbg;fpg
glucose-1h|loinc 1507-3 20438-8
glucose-2h|loinc 1518-0 14995-5 20436-2 49134-0
glucose-2h-meal|loinc 1521-4
hba1c|loinc 4548-4 17856-6 59261-8 4549-2|a1c;hgb a1c;hb a1c;hemoglobin a1c;haemoglobin a1c;hemoglobin a1c level;glycated hemoglobin;glycohemoglobin;glycosylated hemoglobin
creatinine|loinc 2160-0 38483-4 14682-9|cr;creat;serum creatinine;s creatinine;creatinine serum
creatinine-urine|loinc 2161-8|urine creatinine
creatinine-clearance|loinc 2164-2|crcl
bun|loinc 3094-0 6299-2 14937-7 22664-7|urea nitrogen;blood urea nitrogen
bun-creatinine-ratio|loinc 3097-3 44734-2|bun creat ratio
egfr|loinc 69405-9|gfr;estimated gfr;glomerular filtration rate;gfr estimated;estimated glomerular filtration rate
egfr-ckd-epi|loinc 62238-1
egfr-ckd-epi-2021|loinc 98979-8
egfr-mdrd|loinc 33914-3 77147-7
egfr-mdrd-non-black|loinc 48642-3
egfr-mdrd-black|loinc 48643-1
egfr-ckd-epi-black|loinc 88293-6
egfr-ckd-epi-non-black|loinc 88294-4
sodium|loinc 2951-2 2947-0|na;sodium level;serum sodium
sodium-urine|loinc 2955-3
potassium|loinc 2823-3 6298-4|k;potassium level;serum potassium
chloride|loinc 2075-0 2069-3|cl;serum chloride
co2|loinc 2028-9 20565-8|carbon dioxide;total co2;tco2;co2 total;carbon dioxide total
bicarbonate|loinc 1963-8|hco3;bicarb
anion-gap|loinc 33037-3 1863-0
calcium|loinc 17861-6 2000-8 49765-1|ca;calcium total;total calcium;serum calcium
calcium-ionized|loinc 1995-0 12180-6 1994-3|ionized calcium;ica
magnesium|loinc 19123-9 2601-3|mg;serum magnesium
phosphate|loinc 2777-1 14879-1|phosphorus;phos;po4
osmolality|loinc 2692-2|serum osmolality;osmolality serum
albumin|loinc 1751-7 61151-7 61152-5|alb;serum albumin
protein-total|loinc 2885-2|total protein
globulin|loinc 10834-0
albumin-globulin-ratio|loinc 1759-0|a g ratio
alt|loinc 1742-6 1743-4 1744-2|sgpt;alanine aminotransferase;alt sgpt
ast|loinc 1920-8 30239-8|sgot;aspartate aminotransferase;ast sgot
alp|loinc 6768-6|alk phos;alkaline phosphatase;alkp
ggt|loinc 2324-2|gamma gt;gamma glutamyl transferase
bilirubin-total|loinc 1975-2 14631-6|total bilirubin;t bili;tbili
bilirubin-direct|loinc 1968-7 14629-0|direct bilirubin;d bili
bilirubin-indirect|loinc 1971-1|indirect bilirubin
cholesterol|loinc 2093-3 14647-2|total cholesterol;cholesterol total;chol
hdl|loinc 2085-9 14646-4|hdl cholesterol;hdl c;cholesterol in hdl
ldl|loinc 13457-7 2089-1 22748-8 39469-2|ldl cholesterol;ldl c;cholesterol in ldl;ldl calculated
ldl-direct|loinc 18262-6|direct ldl
non-hdl|loinc 43396-1|non hdl cholesterol
vldl|loinc 13458-5 2091-7|vldl cholesterol
cholesterol-hdl-ratio|loinc 9830-1|chol hdl ratio
triglycerides|loinc 2571-8 14927-8|triglyceride;trig;trigs;tg
lipoprotein-a|loinc 10835-7|lp a
apolipoprotein-b|loinc 1884-6|apob
hemoglobin|loinc 718-7 20509-6 59260-0|haemoglobin;hgb;hb
hematocrit|loinc 4544-3 20570-8 71833-8|haematocrit;hct
wbc|loinc 6690-2 26464-8 804-5|white blood cells;white blood cell count;leukocytes;wbc count
rbc|loinc 789-8 26453-1|red blood cells;red blood cell count;erythrocytes;rbc count
platelets|loinc 777-3 26515-7 778-1|platelet count;plt
mcv|loinc 787-2 30428-7|mean corpuscular volume
mch|loinc 785-6 28539-5|mean corpuscular hemoglobin
mchc|loinc 786-4 28540-3
rdw|loinc 788-0 30385-9|rdw cv
rdw-sd|loinc 21000-5 30384-2
mpv|loinc 32623-1 28542-9|mean platelet volume
pdw|loinc 32207-3
neutrophils-abs|loinc 751-8 26499-4 753-4|absolute neutrophils;neutrophils absolute;neutrophil count;anc
neutrophils-pct|loinc 770-8 26511-6
lymphocytes-abs|loinc 731-0 26474-7 732-8|absolute lymphocytes;lymphocytes absolute;lymphocyte count
lymphocytes-pct|loinc 736-9 26478-8 737-7
monocytes-abs|loinc 742-7 26484-6 743-5|absolute monocytes;monocytes absolute
monocytes-pct|loinc 5905-5 26485-3 744-3
eosinophils-abs|loinc 711-2 26449-9 712-0|absolute eosinophils;eosinophils absolute;eosinophil count
eosinophils-pct|loinc 713-8 26450-7 714-6
basophils-abs|loinc 704-7 26444-0 705-4|absolute basophils;basophils absolute
basophils-pct|loinc 706-2 30180-4 707-0
bands-pct|loinc 764-1 26508-2
reticulocytes-pct|loinc 17849-1 4679-7
immature-granulocytes-pct|loinc 71695-1 38518-7
nrbc-ratio|loinc 58413-6 18309-5
tsh|loinc 3016-3 11580-8 11579-0|thyroid stimulating hormone;thyrotropin
free-t4|loinc 3024-7 14920-3|ft4;t4 free;free thyroxine
t4|loinc 3026-2 14921-1|total t4;t4 total
free-t3|loinc 3051-0 14928-6|ft3;t3 free
t3|loinc 3053-6 14930-2|total t3;t3 total
tpo-antibody|loinc 8099-4|thyroid peroxidase antibody
inr|loinc 6301-6 34714-6 38875-1|international normalized ratio;pt inr
pt|loinc 5902-2 5964-2|prothrombin time
aptt|loinc 3173-2 14979-9|ptt;partial thromboplastin time;activated partial thromboplastin time
fibrinogen|loinc 3255-7
d-dimer-feu|loinc 48065-7
d-dimer-ddu|loinc 48066-5
crp|loinc 1988-5|c reactive protein
hs-crp|loinc 30522-7|hscrp;high sensitivity crp
esr|loinc 4537-7 30341-2|sed rate;erythrocyte sedimentation rate
procalcitonin|loinc 33959-8
b12|loinc 2132-9 14685-2|vitamin b12;cobalamin
folate|loinc 2284-8 14732-2|folic acid
ferritin|loinc 2276-4 20567-4
iron|loinc 2498-4 14798-3|serum iron
tibc|loinc 2500-7 14800-7|total iron binding capacity
transferrin|loinc 3034-6
transferrin-saturation|loinc 2502-3 14801-5|iron saturation;tsat
vitamin-d|loinc 1989-3 62292-8 14635-7|25 oh vitamin d;25 hydroxyvitamin d;vitamin d 25 hydroxy;vitamin d 25 oh
uric-acid|loinc 3084-1 14933-6|urate
psa|loinc 2857-1 35741-8|prostate specific antigen
free-psa|loinc 10886-0
lactate|loinc 2524-7 32693-4 14118-4|lactic acid
ammonia|loinc 16362-6 22763-7
troponin-i|loinc 10839-9 42757-5
troponin-i-hs|loinc 89579-7
troponin-t|loinc 6598-7
troponin-t-hs|loinc 67151-1
bnp|loinc 30934-4 42637-9|b type natriuretic peptide
nt-probnp|loinc 33762-6 83107-3|ntprobnp;nt pro bnp
ck|loinc 2157-6|cpk;creatine kinase
ck-mb|loinc 13969-1|ckmb
ldh|loinc 2532-0 14804-9 14805-6|lactate dehydrogenase
lipase|loinc 3040-3
amylase|loinc 1798-8
pth|loinc 2731-8|parathyroid hormone;pth intact
cortisol|loinc 2143-6
insulin|loinc 20448-7|insulin level
c-peptide|loinc 1986-9
testosterone|loinc 2986-8|testosterone total;total testosterone
free-testosterone|loinc 2991-8
estradiol|loinc 2243-4
progesterone|loinc 2839-9|progesterone level
fsh|loinc 15067-2|follicle stimulating hormone
lh|loinc 10501-5|luteinizing hormone
prolactin|loinc 2842-3
hcg|loinc 21198-7|beta hcg;hcg quantitative;hcg quant
hcg-urine|loinc 2106-3|urine pregnancy test;urine hcg;pregnancy test urine
cea|loinc 2039-6|carcinoembryonic antigen
ca-125|loinc 10334-1
ca-19-9|loinc 24108-3
afp|loinc 1834-1|alpha fetoprotein
haptoglobin|loinc 4542-7
homocysteine|loinc 13965-9
ana|loinc 8061-4|antinuclear antibody
rheumatoid-factor|loinc 11572-5
iga|loinc 2458-8
igg|loinc 2465-3
igm|loinc 2472-9
ige|loinc 19113-0|total ige
c3|loinc 4485-9
c4|loinc 4498-2
digoxin|loinc 10535-3|digoxin level
lithium|loinc 14334-7|lithium level
vancomycin-trough|loinc 4092-3
phenytoin-level|loinc 3968-5
valproate-level|loinc 4086-5|valproic acid level
carbamazepine-level|loinc 3432-2
tacrolimus-level|loinc 11253-2
blood-lead|loinc 5671-3 77307-7|lead blood;lead level
ethanol|loinc 5643-2|alcohol level;ethanol level
uacr|loinc 9318-7 14959-1 30000-4 32294-1|albumin creatinine ratio;microalbumin creatinine ratio;urine albumin creatinine ratio
upcr|loinc 2890-2|protein creatinine ratio
albumin-urine|loinc 1754-1 14957-5|microalbumin;urine microalbumin;urine albumin
protein-urine|loinc 2888-6
specific-gravity-urine|loinc 2965-2 5810-7 5811-5|urine specific gravity
hepatitis-b-surface-antigen|loinc 5195-3 5196-1|hbsag
hepatitis-b-surface-antibody|loinc 22322-2 10900-9
hepatitis-c-antibody|loinc 16128-1 13955-0|hcv antibody;anti hcv
cd4-count|loinc 24467-3
rpr|loinc 20507-0
sars-cov-2-naat|loinc 94500-6 94309-2
blood-group|loinc 882-1|abo and rh;blood type;abo rh
abo-group|loinc 883-9
rh-type|loinc 10331-7
ua-glucose|loinc 5792-7 25428-4
ua-protein|loinc 5804-0 20454-5
ua-ketones|loinc 5797-6 2514-8
ph-arterial|loinc 2744-1|arterial ph
pco2-arterial|loinc 2019-8|arterial pco2
po2-arterial|loinc 2703-7|arterial po2
bicarbonate-arterial|loinc 1960-4
fobt|loinc 2335-8|fecal occult blood
fit|loinc 29771-3|fecal immunochemical test
bmp|loinc 51990-0 24321-2|basic metabolic panel
cmp|loinc 24323-8|comprehensive metabolic panel
cbc|loinc 58410-2|complete blood count
cbc-with-differential|loinc 57021-8 69742-5|cbc with diff;cbc w diff;complete blood count with differential
lipid-panel|loinc 57698-3 24331-1|lipid profile
hepatic-panel|loinc 24325-3|hepatic function panel;liver function tests;lft
renal-panel|loinc 24362-6|renal function panel
urinalysis|loinc 24356-8|ua
`;
