export const nav = {
  label: 'Views',
  timeline: 'Timeline',
  summary: 'Summary',
  trends: 'Trends',
  sources: 'Sources',
  help: 'Keyboard help',
  print: 'Print',
  export: 'Export',
};

export const closePatient = {
  button: 'Close patient',
  says: 'Every source is signed out and all records are cleared from this tab. Nothing changes at the sources.',
  go: 'Close and sign out',
  stay: 'Stay',
};

export const display = {
  title: 'Display and language',
  density: 'Density',
  comfortable: 'Comfortable',
  compact: 'Compact',
  says: 'Remembered in this browser. Nothing of the record is stored with it.',
};
