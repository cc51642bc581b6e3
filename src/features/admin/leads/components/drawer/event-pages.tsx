import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import type { LeadEvent } from '../../schemas';
import classes from './drawer.module.css';

type Page = { events: LeadEvent[] };

/** A list of events with its states; older ones come by a button, so that the page above them stays where it is. */
export function EventPages(props: {
  query: UseInfiniteQueryResult<InfiniteData<Page>>;
  empty: string;
  more: string;
  children: (event: LeadEvent) => ReactNode;
}) {
  const { query } = props;
  if (query.data === undefined) {
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <LoadingState lines={2} height={44} />;
  }
  const events = query.data.pages.flatMap((page) => page.events);
  if (events.length === 0) return <p className={classes.when}>{props.empty}</p>;
  return (
    <>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.id}>{props.children(event)}</li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="sm"
          mt="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {props.more}
        </Button>
      )}
    </>
  );
}
