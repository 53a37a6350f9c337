/**
 * Procedures, document types and encounter types. SNOMED CT codes are listed as identifiers only (SNOMED CT is © SNOMED
 * International; its use may need a licence). ICD-10-PCS: CMS, public domain, listed where one code says what the SNOMED
 * code says and no more. LOINC: see labs.ts. ActCode: HL7. CPT is licensed by the AMA and is not shipped: a site that
 * holds a licence adds it as a ConceptMap.
 */
export const PROCEDURES = `
appendectomy|sct 80146002|appendicectomy
laparoscopic-appendectomy|sct 6025007|icd10pcs 0DTJ4ZZ
cholecystectomy|sct 38102005|gallbladder removal
laparoscopic-cholecystectomy|sct 45595009|icd10pcs 0FT44ZZ|lap chole;lap cholecystectomy
colonoscopy|sct 73761001
screening-colonoscopy|sct 444783004
sigmoidoscopy|sct 24420007
upper-gi-endoscopy|sct 76009000|egd;esophagogastroduodenoscopy;upper endoscopy;gastroscopy
ercp|sct 386718000
bronchoscopy|sct 10847001
cystoscopy|sct 24139008
cabg|sct 232717009|coronary artery bypass graft;coronary artery bypass grafting;coronary artery bypass
pci|sct 415070008|percutaneous coronary intervention
cardiac-catheterization|sct 41976001|cardiac cath;heart catheterization
coronary-angiography|sct 33367005|coronary angiogram
pacemaker-insertion|sct 307280005|pacemaker implantation;pacemaker placement
cardioversion|sct 250980009
echocardiography|sct 40701008|echocardiogram
transthoracic-echocardiography|sct 433236007|tte;transthoracic echocardiogram
transesophageal-echocardiography|sct 105376000|tee;transesophageal echocardiogram
electrocardiogram|sct 29303009|ecg;ekg;electrocardiography;electrocardiographic procedure
spirometry|sct 127783003
pulmonary-function-test|sct 23426006|pfts;pulmonary function tests
hysterectomy|sct 236886002
cesarean-section|sct 11466000|c section;cesarean delivery;caesarean section
oophorectomy|sct 83152002
lumpectomy|sct 392021009|lumpectomy of breast
breast-biopsy|sct 122548005|biopsy of breast
prostatectomy|sct 90470006
turp|sct 90199006|transurethral resection of prostate
vasectomy|sct 22523008
nephrectomy|sct 108022006
kidney-transplant|sct 70536003|renal transplant;kidney transplantation
hemodialysis|sct 302497006|haemodialysis
thyroidectomy|sct 13619001
tonsillectomy|sct 173422009
cataract-surgery|sct 54885007|cataract extraction;extraction of cataract
inguinal-hernia-repair|sct 44558001|repair of inguinal hernia
splenectomy|sct 234319005
colectomy|sct 23968004
total-knee-replacement|sct 609588000|total knee arthroplasty;tka;tkr;knee replacement
total-hip-replacement|sct 52734007|total hip arthroplasty;tha;thr;hip replacement
laminectomy|sct 387731002
lumbar-puncture|sct 277762005|spinal tap
skin-biopsy|sct 240977001|biopsy of skin
thoracentesis|sct 91602002
intubation|sct 112798008
mechanical-ventilation|sct 40617009
cpr|sct 89666000|cardiopulmonary resuscitation
chest-xray|sct 399208008|chest x ray;cxr;plain chest x ray;plain x ray of chest
mammography|sct 71651007|mammogram
screening-mammography|sct 24623002|screening mammogram
bone-density-scan|sct 312681000|dexa scan;dxa;bone densitometry
ct-chest|sct 169069000|ct of chest;computed tomography of chest
ct-abdomen|sct 169070004|ct of abdomen
ct-head|sct 303653007|ct of head;computed tomography of head
mri-brain|sct 816077007|mri of brain
physical-therapy|sct 91251008|physiotherapy
chemotherapy|sct 367336001
radiation-therapy|sct 108290001|radiotherapy
iud-insertion|sct 65200003|insertion of intrauterine device
`;

export const DOCUMENTS = `
summary-of-care|loinc 34133-9|continuity of care document;ccd;summarization of episode note
patient-summary|loinc 60591-5|international patient summary;patient summary document
discharge-summary|loinc 18842-5|hospital discharge summary
progress-note|loinc 11506-3|progress notes
history-and-physical|loinc 34117-2|h p;history and physical note;h and p
consultation-note|loinc 11488-4|consult note;consult notes
procedure-note|loinc 28570-0|procedures note
operative-note|loinc 11504-8|op note;operative report;surgical operation note
emergency-note|loinc 34111-5|ed note;emergency department note
referral-note|loinc 57133-1|referral letter
nurse-note|loinc 34746-8|nursing note
evaluation-and-plan|loinc 51847-2|assessment and plan
imaging-report|loinc 18748-4|radiology report;diagnostic imaging study
laboratory-report|loinc 11502-2|lab report
pathology-report|loinc 11526-1|pathology study
care-plan|loinc 18776-5|plan of treatment
advance-directives|loinc 42348-3|advance directive
consent-document|loinc 59284-0|consent
note|loinc 34109-9
outpatient-note|loinc 34108-1
telephone-note|loinc 34748-4|telephone encounter note
`;

export const ENCOUNTERS = `
ambulatory|act AMB|outpatient;office visit;outpatient visit;ambulatory visit
inpatient|act IMP|inpatient encounter;hospital admission;inpatient stay|sct 32485007
emergency|act EMER|emergency room visit;ed visit;emergency department visit;er visit|sct 50849002
virtual|act VR|telehealth;telemedicine;video visit;virtual visit
home-health|act HH|home visit
observation|act OBSENC|observation encounter
short-stay|act SS
check-up|sct 185349003|encounter for check up
symptom-visit|sct 185345009|encounter for symptom
problem-visit|sct 185347001|encounter for problem
general-examination|sct 162673000|general examination of patient;annual physical;physical exam
follow-up|sct 390906007|follow up encounter;follow up visit
prenatal-initial|sct 424441002|prenatal initial visit
prenatal|sct 424619006|prenatal visit
postnatal|sct 169762003|postnatal visit
`;
