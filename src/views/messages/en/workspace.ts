export const nav = {
  label: 'Views',
  timeline: 'Timeline',
  summary: 'Summary',
  trends: 'Trends',
  sources: 'Sources',
  help: 'Keyboard help',
};

export const closePatient = {
  button: 'Close patient',
  says: 'Every source is signed out and all records are cleared from this tab. Nothing changes at the sources.',
  go: 'Close and sign out',
  stay: 'Stay',
};

export const help = {
  title: 'Keyboard',
  keys: [
    ['/', 'Search'],
    ['j  k', 'Next and previous fact'],
    ['Home  End', 'First and last fact'],
    ['[  ]', 'Earlier and later window'],
    ['+  −', 'Zoom in and out'],
    ['0', 'Whole life'],
    ['1  2  3  4', 'Timeline, Summary, Trends, Sources'],
    ['Esc', 'Close the detail, or clear the search'],
    ['?', 'This help'],
  ] as readonly (readonly [string, string])[],
};

export const display = {
  title: 'Display and language',
  density: 'Density',
  comfortable: 'Comfortable',
  compact: 'Compact',
  says: 'Remembered in this browser. Nothing of the record is stored with it.',
};
