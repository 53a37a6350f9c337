/**
 * Laboratory concepts: LOINC codes that clinicians read as one result, grouped over method and over serum, plasma and
 * whole blood. Timing (fasting, 2 h after), specimen kind (urine, arterial) and sub-fractions stay apart; so do assays
 * whose figures cannot be compared (conventional and high-sensitivity troponin, D-dimer in FEU and in DDU).
 *
 * This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and
 * the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license
 * at http://loinc.org/license. Only codes are used; the keys and names are our own.
 *
 * key|loinc codes|names in use (only read where no standard code is present)
 */
export const LABS = `
glucose|loinc 2345-7 2339-0 41653-1 2340-8 2341-6 14749-6 15074-8|glucose;blood glucose;blood sugar;glucose level;serum glucose;plasma glucose;glu
glucose-fasting|loinc 1558-6 1557-8|fasting glucose;glucose fasting;fasting blood glucose;fasting blood sugar;fbs;fbg;fpg
hba1c|loinc 4548-4 17856-6 59261-8 4549-2 41995-2|hba1c;a1c;hgb a1c;hb a1c;hemoglobin a1c;haemoglobin a1c;glycated hemoglobin;glycohemoglobin;glycosylated hemoglobin
creatinine|loinc 2160-0 38483-4 14682-9|creatinine;cr;creat;serum creatinine;s creatinine;creatinine serum
bun|loinc 3094-0 6299-2 14937-7|bun;urea nitrogen;blood urea nitrogen
egfr|loinc 98979-8 62238-1 33914-3 69405-9 88293-6 88294-4 48642-3 48643-1 77147-7 50044-7 50210-4 50384-7
sodium|loinc 2951-2 2947-0|sodium;na;sodium level;serum sodium
potassium|loinc 2823-3 6298-4|potassium;k;potassium level;serum potassium
chloride|loinc 2075-0 2069-3|chloride;cl;serum chloride
co2|loinc 2028-9 20565-8|co2;carbon dioxide;total co2;tco2
bicarbonate|loinc 1963-8|bicarbonate;hco3;bicarb
anion-gap|loinc 33037-3 1863-0 10466-1|anion gap
calcium|loinc 17861-6 2000-8|calcium;ca;calcium total;total calcium;serum calcium
magnesium|loinc 19123-9 2601-3|magnesium;mg;serum magnesium
phosphate|loinc 2777-1 14879-1|phosphate;phosphorus;phos;po4
albumin|loinc 1751-7 61151-7 61152-5|albumin;alb;serum albumin
protein-total|loinc 2885-2|total protein;protein total
globulin|loinc 10834-0 2336-6|globulin
alt|loinc 1742-6 1743-4 1744-2|alt;sgpt;alanine aminotransferase;alt sgpt
ast|loinc 1920-8 30239-8|ast;sgot;aspartate aminotransferase;ast sgot
alp|loinc 6768-6|alp;alk phos;alkaline phosphatase;alkp
ggt|loinc 2324-2|ggt;gamma gt;gamma glutamyl transferase
bilirubin-total|loinc 1975-2 14631-6|total bilirubin;bilirubin total;t bili;tbili;bilirubin
bilirubin-direct|loinc 1968-7 14629-0 15152-2|direct bilirubin;bilirubin direct;conjugated bilirubin;d bili
bilirubin-indirect|loinc 1971-1|indirect bilirubin;bilirubin indirect
cholesterol|loinc 2093-3 14647-2|cholesterol;total cholesterol;cholesterol total;chol
hdl|loinc 2085-9 14646-4|hdl;hdl cholesterol;hdl c;cholesterol in hdl
ldl|loinc 13457-7 2089-1 22748-8 39469-2|ldl;ldl cholesterol;ldl c;cholesterol in ldl;ldl calculated
ldl-direct|loinc 18262-6|ldl direct;direct ldl
triglycerides|loinc 2571-8 14927-8|triglycerides;triglyceride;trig;trigs;tg
hemoglobin|loinc 718-7 30313-1 20509-6 59260-0|hemoglobin;haemoglobin;hgb;hb
hematocrit|loinc 4544-3 20570-8 71833-8|hematocrit;haematocrit;hct
wbc|loinc 6690-2 26464-8 804-5|wbc;white blood cells;white blood cell count;leukocytes;wbc count
rbc|loinc 789-8 26453-1|rbc;red blood cells;red blood cell count;erythrocytes;rbc count
platelets|loinc 777-3 26515-7 778-1|platelets;platelet count;plt
mcv|loinc 787-2 30428-7|mcv;mean corpuscular volume
mch|loinc 785-6 28539-5|mch;mean corpuscular hemoglobin
mchc|loinc 786-4 28540-3|mchc
rdw|loinc 788-0 30385-9|rdw;rdw cv
tsh|loinc 3016-3 11580-8 11579-0|tsh;thyroid stimulating hormone;thyrotropin
free-t4|loinc 3024-7 14920-3|free t4;ft4;t4 free;free thyroxine
inr|loinc 6301-6 34714-6 38875-1|inr;international normalized ratio;pt inr
pt|loinc 5902-2 5964-2|pt;prothrombin time
aptt|loinc 3173-2 14979-9|ptt;aptt;partial thromboplastin time
crp|loinc 1988-5|crp;c reactive protein
hs-crp|loinc 30522-7|hs crp;hscrp;high sensitivity crp
esr|loinc 4537-7 30341-2 18184-2|esr;sed rate;erythrocyte sedimentation rate
b12|loinc 2132-9 14685-2|b12;vitamin b12;cobalamin
folate|loinc 2284-8 14732-2|folate;folic acid
ferritin|loinc 2276-4 20567-4|ferritin
iron|loinc 2498-4 14798-3|iron;serum iron
tibc|loinc 2500-7 14800-7|tibc;total iron binding capacity
vitamin-d|loinc 1989-3 62292-8 14635-7|vitamin d;25 oh vitamin d;25 hydroxyvitamin d;vitamin d 25 hydroxy;vitamin d 25 oh
uric-acid|loinc 3084-1 14933-6|uric acid;urate
psa|loinc 2857-1 35741-8|psa;prostate specific antigen
lactate|loinc 2524-7 32693-4 14118-4|lactate;lactic acid
troponin-i|loinc 10839-9 42757-5
troponin-i-hs|loinc 89579-7
troponin-t|loinc 6598-7
troponin-t-hs|loinc 67151-1
bnp|loinc 30934-4|bnp
nt-probnp|loinc 33762-6|nt probnp;ntprobnp;nt pro bnp
lipase|loinc 3040-3|lipase
amylase|loinc 1798-8|amylase
ck|loinc 2157-6|ck;cpk;creatine kinase
ldh|loinc 2532-0 14804-9 14805-6|ldh;lactate dehydrogenase
uacr|loinc 9318-7 14959-1 13705-9 30000-4 32294-1|albumin creatinine ratio;uacr;acr;microalbumin creatinine ratio
`;
