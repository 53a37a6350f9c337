export { DecisionsHere, type Just } from './decisions-here.tsx';
export { JoinAnother, JoinOffer } from './join.tsx';
export { Split } from './split.tsx';
