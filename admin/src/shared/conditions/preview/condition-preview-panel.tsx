import { useState } from 'react';
import { Box, Flex, Link as DesignLink, TextButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import { ErrorState } from '../../error-state';
import { Panel } from '../../panel';
import { contactPath } from '../../paths';
import { toProblem } from '../../problem';
import { Skeleton } from '../../skeleton';
import { useTranslate } from '../../translate';
import {
  CONDITION_PREVIEW,
  useCatalogue,
  usePreview,
  type Previewed,
  type PreviewTarget,
} from '../api';
import { ConditionReading } from './condition-reading';
import { Difference } from './difference';
import { IndexNote } from './index-note';
import { problemsIn } from './problems-in';
import { useSettled } from './use-settled';

interface ConditionPreviewPanelProps {
  /** Null while it is not complete. */
  condition: Condition | null;
  /** A group's own route also says who would come and go. */
  target?: PreviewTarget;
}

/** Whom a condition matches, while it is edited. */
export const ConditionPreviewPanel = (props: ConditionPreviewPanelProps) => {
  const { condition, target = CONDITION_PREVIEW } = props;
  const t = useTranslate();
  const settled = useSettled(condition);
  const { data: catalogue } = useCatalogue();
  return (
    <Panel title={t('conditions.preview')}>
      {condition ? (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {settled && <Answer key={JSON.stringify(target)} condition={settled} target={target} />}
          {catalogue && (
            <Box>
              <Heading>{t('conditions.reading')}</Heading>
              <ConditionReading condition={condition} catalogue={catalogue} />
            </Box>
          )}
        </Flex>
      ) : (
        <Typography textColor="neutral600">{t('conditions.previewIncomplete')}</Typography>
      )}
    </Panel>
  );
};

const Heading = ({ children }: { children: string }) => (
  <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={1}>
    {children}
  </Typography>
);

interface AnswerProps {
  condition: Condition;
  target: PreviewTarget;
}

const Answer = ({ condition, target }: AnswerProps) => {
  const [exactly, setExactly] = useState<Condition | null>(null);
  const isExact = exactly === condition;
  const { data, error, refetch, isFetching, isPlaceholderData } = usePreview(target, {
    condition,
    exact: isExact,
  });
  if (error) return <PreviewError error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton $height="8rem" />;
  return (
    <Box aria-busy={isFetching} style={{ opacity: isPlaceholderData ? FADED : 1 }}>
      <Counted
        preview={data}
        isCounting={isExact && isFetching}
        onExactly={() => setExactly(condition)}
      />
      <Difference preview={data} />
      <People preview={data} />
      <IndexNote warnings={data.warnings} />
    </Box>
  );
};

const FADED = 0.5;

interface CountedProps {
  preview: Previewed;
  isCounting: boolean;
  onExactly: () => void;
}

const Counted = ({ preview: { count, exact }, isCounting, onExactly }: CountedProps) => {
  const t = useTranslate();
  const intl = useIntl();
  const rounded = intl.formatNumber(count, { notation: 'compact', maximumSignificantDigits: 2 });
  return (
    <Flex gap={3} wrap="wrap" alignItems="baseline">
      <Typography variant="beta" tag="p" role="status">
        {exact ? t('list.count', { count }) : t('conditions.previewAbout', { count: rounded })}
      </Typography>
      {!exact && (
        <TextButton loading={isCounting} onClick={onExactly}>
          {t('conditions.previewExactly')}
        </TextButton>
      )}
    </Flex>
  );
};

const People = ({ preview: { sample, count } }: { preview: Previewed }) => {
  const t = useTranslate();
  if (sample.length === 0) return null;
  return (
    <Box paddingTop={3}>
      <Heading>{t('conditions.previewPeople')}</Heading>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {sample.map(({ documentId, displayName, email }) => (
          <Person key={documentId}>
            <DesignLink
              tag={Link}
              to={contactPath(documentId)}
              title={[displayName, email].filter(Boolean).join(' · ')}
            >
              <bdi>{displayName}</bdi>
            </DesignLink>
          </Person>
        ))}
      </Flex>
      {count > sample.length && (
        <Typography variant="pi" textColor="neutral600">
          {t('conditions.previewMore', { count: count - sample.length })}
        </Typography>
      )}
    </Box>
  );
};

/** The Design System's link does not shorten what it holds. */
const Person = styled.li`
  min-width: 0;

  a {
    display: flex;
    max-width: 100%;
  }
  a > span,
  bdi {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** A refusal is also said at the row that it is about. */
const PreviewError = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const t = useTranslate();
  const { status, message } = toProblem(error);
  if (status !== 400) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <Typography textColor="danger600" role="alert">
      {problemsIn(error).length > 0 ? t('conditions.previewRefused') : message}
    </Typography>
  );
};
