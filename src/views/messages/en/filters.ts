export const filters = {
  label: 'Search and filters',
  search: 'Search facts, values, codes, notes',
  hint: 'Press / to search',
  kinds: 'Kind',
  sources: 'Source',
  only: 'Only',
  conflict: 'Disagreements',
  abnormal: 'Abnormal',
  outside: 'From outside',
  retracted: 'Show retracted',
  clear: 'Clear',
  button: (n: number) => (n === 0 ? 'Filters' : `Filters (${n})`),
};
