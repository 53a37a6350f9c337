/**
 * Vital signs and body measures. LOINC: see labs.ts for source and licence. SNOMED CT codes are listed as identifiers
 * only (SNOMED CT is © SNOMED International; its use may need a licence in the country of deployment).
 */
export const VITALS = `
blood-pressure|loinc 85354-9 55284-4 35094-2|sct 75367002|bp;blood pressure systolic and diastolic;blood pressure panel
systolic|loinc 8480-6|sct 271649006|systolic blood pressure;systolic bp;sbp;bp systolic;blood pressure systolic
diastolic|loinc 8462-4|sct 271650006|diastolic blood pressure;diastolic bp;dbp;bp diastolic;blood pressure diastolic
systolic-sitting|loinc 8459-0
diastolic-sitting|loinc 8453-3
systolic-standing|loinc 8460-8
diastolic-standing|loinc 8454-1
systolic-supine|loinc 8461-6
diastolic-supine|loinc 8455-8
mean-bp|loinc 8478-0|mean blood pressure;mean arterial pressure
heart-rate|loinc 8867-4 8893-0 8889-8|sct 364075005 78564009|hr;pulse;pulse rate
respiratory-rate|loinc 9279-1|sct 86290005|rr;resp rate;respirations;breathing rate;respiration rate
temperature|loinc 8310-5 8331-1 8328-7 8332-9 8333-7 8329-5|sct 386725007|body temperature;temp;oral temperature
oxygen-saturation|loinc 2708-6 59408-5|sct 431314004|o2 saturation;spo2;o2 sat;pulse oximetry;pulse ox
weight|loinc 29463-7 3141-9|sct 27113001|body weight;wt;weight measured
weight-stated|loinc 3142-7
birth-weight|loinc 8339-4
weight-percentile|loinc 8336-0
weight-for-length-percentile|loinc 77606-2
height|loinc 8302-2 3137-7 8308-9|sct 50373000|body height;ht;height measured
height-stated|loinc 3138-5
body-length|loinc 8306-3
bmi|loinc 39156-5 41909-3|sct 60621009|body mass index
bmi-percentile|loinc 59574-4 59576-9
bsa|loinc 3140-1 8277-6|body surface area
head-circumference|loinc 9843-4|sct 363812007|ofc;head occipital frontal circumference
head-circumference-percentile|loinc 8289-1
o2-flow|loinc 3151-8|inhaled oxygen flow rate
fio2|loinc 3150-0|inhaled oxygen concentration
pain-score|loinc 72514-3|pain severity
gcs|loinc 9269-2|glasgow coma scale;gcs total
tobacco-status|loinc 72166-2|smoking status;tobacco smoking status
`;
