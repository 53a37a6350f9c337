export { DecisionCard } from './card.tsx';
export { DecisionList } from './list.tsx';
