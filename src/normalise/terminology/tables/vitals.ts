/**
 * Vital signs and body measures. LOINC: see labs.ts for source and licence. SNOMED CT codes are listed as identifiers
 * only (SNOMED CT is © SNOMED International; its use may need a licence in the country of deployment).
 */
export const VITALS = `
blood-pressure|loinc 85354-9 55284-4 35094-2|sct 75367002|blood pressure;bp
systolic|loinc 8480-6|sct 271649006|systolic blood pressure;systolic bp;sbp;bp systolic
diastolic|loinc 8462-4|sct 271650006|diastolic blood pressure;diastolic bp;dbp;bp diastolic
heart-rate|loinc 8867-4 8893-0 8889-8|sct 364075005 78564009|heart rate;hr;pulse;pulse rate
respiratory-rate|loinc 9279-1|sct 86290005|respiratory rate;rr;resp rate;respirations;breathing rate
temperature|loinc 8310-5|sct 386725007|temperature;body temperature;temp
oxygen-saturation|loinc 2708-6 59408-5|sct 431314004|oxygen saturation;o2 saturation;spo2;o2 sat;pulse oximetry
weight|loinc 29463-7 3141-9 3142-7|sct 27113001|weight;body weight;wt
height|loinc 8302-2 3137-7 3138-5|sct 50373000|height;body height;ht
bmi|loinc 39156-5|sct 60621009|bmi;body mass index
head-circumference|loinc 9843-4 8287-5|sct 363812007|head circumference;ofc
`;
