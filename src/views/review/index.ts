export { ReviewBar } from './review-bar.tsx';
export { ReviewedHere } from './reviewed-here.tsx';
