import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmsOnly } from '../ems-only';
import { ErrorState } from '../error-state';
import { Panel } from '../panel';
import { useCan } from '../permissions';
import { SettingsFrame } from '../settings-frame';
import { Skeleton } from '../skeleton';
import { useTranslate } from '../translate';
import { useLabels, type LabelSource } from './api';
import { DeleteLabel } from './delete-label';
import { LabelDialog } from './label-dialog';
import { LabelOrder } from './label-order';
import type { LabelTask } from './label-task';

interface LabelsPageProps {
  title: string;
  subtitle: string;
  source: LabelSource;
}

/** A settings page of one set of labels. */
export const LabelsPage = ({ title, subtitle, source }: LabelsPageProps) => {
  const t = useTranslate();
  const canUpdate = useCan('settings.update');
  const [task, setTask] = useState<LabelTask | null>(null);
  const close = () => setTask(null);
  return (
    <EmsOnly>
      <SettingsFrame.Page
        title={title}
        subtitle={subtitle}
        action={
          canUpdate && (
            <Button startIcon={<Plus />} onClick={() => setTask({ what: 'add' })}>
              {t('labels.add')}
            </Button>
          )
        }
      >
        <Labels source={source} onTask={canUpdate ? setTask : undefined} />
        {task && task.what !== 'delete' && (
          <LabelDialog
            title={
              task.what === 'edit' ? task.label.displayName : t('labels.addTitle', { what: title })
            }
            source={source}
            label={task.what === 'edit' ? task.label : null}
            onClose={close}
          />
        )}
        {task?.what === 'delete' && (
          <DeleteLabel source={source} label={task.label} onClose={close} />
        )}
      </SettingsFrame.Page>
    </EmsOnly>
  );
};

interface LabelsProps {
  source: LabelSource;
  onTask: ((task: LabelTask) => void) | undefined;
}

const Labels = ({ source, onTask }: LabelsProps) => {
  const t = useTranslate();
  const { data: labels, error, refetch } = useLabels(source);
  if (error && !labels) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel>
      {!labels && <Skeleton $height="12rem" />}
      {labels?.length === 0 && <Typography textColor="neutral600">{t('labels.empty')}</Typography>}
      {labels && labels.length > 0 && (
        <LabelOrder source={source} labels={labels} onTask={onTask} />
      )}
    </Panel>
  );
};
