export { useViewState, type ChangeView } from './use-view-state.ts';
export { filterCount, queryOf, START, type ViewName, type ViewState } from './view-state.ts';
