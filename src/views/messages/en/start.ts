export const start = {
  title: 'One timeline from every record',
  intro:
    'Choose where to sign in first. Other sources can be added afterwards; nothing is shown as this patient’s until their records are known to be the same person.',
  none: 'No organization is configured here. Ask whoever set this up.',
  fromEhr: 'Opened from an EHR, the patient comes along and this page is skipped.',
  privacy: 'Records are kept in this tab’s memory only and are gone when it closes.',
};
