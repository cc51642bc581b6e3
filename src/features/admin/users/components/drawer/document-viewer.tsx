import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDocument } from '../../api/open-document';
import { useRefusalText } from '../use-refusal-text';
import classes from './drawer.module.css';

/**
 * The document, once somebody asks for it. Its link ends after a minute; what was loaded stays until the drawer is closed.
 * A PDF is a stranger's file: its frame may do nothing. Browsers that show no PDF in such a frame have the link below it.
 */
export function DocumentViewer({ documentId, name }: { documentId: string; name: string }) {
  const { t } = useTranslation('adminUsers');
  const refusal = useRefusalText();
  const open = useOpenDocument();
  const [failed, setFailed] = useState(false);
  const show = () => {
    setFailed(false);
    open.mutate({ documentId });
  };
  const title = t('identity.documentOf', { name });
  return (
    <Stack gap="sm" align="stretch">
      {open.data === undefined && (
        <div>
          <Button
            variant="default"
            loading={open.isPending}
            leftSection={<IconEye size={18} aria-hidden="true" />}
            onClick={show}
          >
            {t('identity.show')}
          </Button>
          <Text size="sm" c="dimmed" mt="xs">
            {t('identity.audited')}
          </Text>
        </div>
      )}
      {(open.isError || failed) && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
          {failed ? t('identity.over') : refusal(open.error)}
          {failed && (
            <Button variant="default" size="sm" mt="sm" display="block" onClick={show}>
              {t('identity.again')}
            </Button>
          )}
        </Alert>
      )}
      {open.data?.pdf === false && !failed && (
        <img
          src={open.data.url}
          alt={title}
          className={classes.viewer}
          referrerPolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
      {open.data?.pdf === true && (
        <>
          <iframe
            src={open.data.url}
            title={title}
            className={`${classes.viewer} ${classes.pdf}`}
            sandbox=""
            referrerPolicy="no-referrer"
          />
          <Anchor href={open.data.url} target="_blank" rel="noopener noreferrer" className="tap">
            {t('identity.newTab')}
          </Anchor>
        </>
      )}
    </Stack>
  );
}
