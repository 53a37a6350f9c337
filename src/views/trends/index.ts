export { TrendsView } from './trends-view.tsx';
