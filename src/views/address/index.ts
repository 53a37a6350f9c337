export { useViewState, type ChangeView } from './use-view-state.ts';
export { VIEWS, filterCount, queryOf, START, type ViewName, type ViewState } from './view-state.ts';
