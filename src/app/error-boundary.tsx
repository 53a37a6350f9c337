import { Component, type ReactNode } from 'react';
import { BugPage } from '../views/index.ts';

interface State {
  readonly detail: string | null;
}

/**
 * A bug in a view ends here. Only the error's name and where it was thrown are shown: its message could carry a
 * value of the record.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { detail: null };

  static getDerivedStateFromError(error: unknown): State {
    if (!(error instanceof Error)) return { detail: 'unknown' };
    const places = (error.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line));
    return { detail: [error.name, ...places.slice(0, 8)].join('\n') };
  }

  override render(): ReactNode {
    return this.state.detail === null ? this.props.children : <BugPage detail={this.state.detail} />;
  }
}
