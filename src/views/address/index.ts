export { useViewState, type ChangeView } from './use-view-state.ts';
export { VIEWS, filterCount, queryOf, CLEARED, type ViewName, type ViewState } from './view-state.ts';
