import { Component, type ReactNode } from 'react';
import { CrashMessage } from './crash-message';

type Props = { children: ReactNode; /** A new key (the address) clears the error. */ resetKey?: string };
type State = { failed: boolean; resetKey: string | undefined };

/** Keeps a broken page inside its area: header and navigation stay usable. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey };
  }

  override render() {
    return this.state.failed ? <CrashMessage /> : this.props.children;
  }
}
