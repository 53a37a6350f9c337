export { useViewState, type ChangeView } from './use-view-state.ts';
export {
  VIEWS,
  filterCount,
  MOST_TOGETHER,
  queryOf,
  CLEARED,
  type ViewName,
  type ViewState,
} from './view-state.ts';
