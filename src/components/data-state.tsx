import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state';
import { LoadingState } from './loading-state';

type Props<T> = {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
  /** Shown instead of the children when `isEmpty` says so; a list without items is empty by itself. */
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
  errorText?: (error: unknown) => string | undefined;
};

const hasNoItems = (data: unknown) => Array.isArray(data) && data.length === 0;

/** Loading, error, empty or data: the four states that every list has. Data already shown stays when a refetch fails. */
export function DataState<T>({ query, children, loading, empty, isEmpty = hasNoItems, errorText }: Props<T>) {
  if (query.data !== undefined) {
    return empty !== undefined && isEmpty(query.data) ? empty : children(query.data);
  }
  if (query.isError) {
    return <ErrorState error={query.error} text={errorText?.(query.error)} onRetry={() => void query.refetch()} />;
  }
  return loading ?? <LoadingState />;
}
