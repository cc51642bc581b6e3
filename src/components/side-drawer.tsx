import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-drawer.module.css';

type Props = {
  title: string;
  /** A CSS width; 40rem fits facts and forms. */
  size?: string;
  onClose: () => void;
  children: ReactNode;
};

/** One thing over the list that it was opened from. */
export function SideDrawer({ title, size = '40rem', onClose, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={`min(${size}, 100%)`}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      // Mantine's header element would count as a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: classes.title, header: classes.header, content: classes.content, body: classes.body }}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Drawer>
  );
}
