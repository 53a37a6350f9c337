export const attention = {
  label: 'Needs attention',
  relation: { 'duplicate-therapy': 'Two of one kind of drug', contradicts: 'Sources contradict each other' },
  missing: 'Not everything is here',
  nothing: 'No disagreements and no critical results among what has been read.',
};
