export const help = {
  title: 'Keyboard',
  keys: [
    ['/', 'Search'],
    ['j  k', 'Next and previous fact'],
    ['Home  End', 'First and last fact'],
    ['←  →', 'On the lanes: the mark before or after'],
    ['↑  ↓', 'On the lanes: the lane above or below'],
    ['Enter', 'Open the mark, or look at it more closely'],
    ['r', 'Mark the open fact as reviewed, or take it back'],
    ['[  ]', 'Earlier and later window'],
    ['+  −', 'Zoom in and out'],
    ['0', 'Whole life'],
    ['1  2  3  4', 'Timeline, Summary, Trends, Sources'],
    ['Esc', 'Close the detail, or clear the search'],
    ['Ctrl+P', 'Choose what to print'],
    ['?', 'This help'],
  ] as readonly (readonly [string, string])[],
};
