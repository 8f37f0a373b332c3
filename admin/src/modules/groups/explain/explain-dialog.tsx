import type { RefObject } from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Condition, Explained } from '../../../../../server/src/modules/conditions/contract';
import { ConditionExplanation } from '../../../shared/conditions/preview/condition-explanation';
import { Verdict } from '../../../shared/conditions/preview/explanation-tree';
import { ErrorState } from '../../../shared/error-state';
import { RelativeTime } from '../../../shared/relative-time';
import { useReturnFocus } from '../../../shared/return-focus';
import { Skeleton } from '../../../shared/skeleton';
import { useTranslate } from '../../../shared/translate';
import { useGroup } from '../api';
import { useExplanation } from '../dynamic/api';

interface ExplainDialogProps {
  contact: string;
  group: { documentId: string; displayName: string };
  /** When it came in, and why; of one that is not in, nothing. */
  since?: string;
  because?: string | null;
  /** Has the focus afterwards; without it, what had it before. */
  opener?: RefObject<HTMLElement>;
  onClose: () => void;
}

/** Why a contact is in a dynamic group, or why not: every part of its condition with what was found. */
const ExplainDialog = (props: ExplainDialogProps) => {
  const { contact, group, since, because, opener, onClose } = props;
  const t = useTranslate();
  const returnFocus = useReturnFocus(opener);
  const { locale } = useIntl();
  const { data, error, refetch } = useExplanation(group.documentId, contact, locale);
  const condition = useGroup(group.documentId).data?.condition;
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('groups.whyTitlePlain', { group: group.displayName })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
          {!error && !(data && condition) && <Skeleton $height="12rem" />}
          {since && because && <Joined since={since} because={because} />}
          {data && condition && <Answer explanation={data} condition={condition} />}
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.close')}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const Joined = ({ since, because }: { since: string; because: string }) => (
  <Typography tag="p" paddingBottom={4}>
    <RelativeTime at={since} />
    {`: ${because}`}
  </Typography>
);

interface AnswerProps {
  explanation: Explained;
  condition: Condition;
}

const Answer = ({ explanation, condition }: AnswerProps) => {
  const t = useTranslate();
  const { verdict } = explanation;
  return (
    <>
      <Flex gap={2} paddingBottom={4} role="status">
        <Verdict yes={verdict} />
        <Typography fontWeight="semiBold">
          {t(verdict ? 'groups.explains' : 'groups.explainsNot')}
        </Typography>
      </Flex>
      <Box>
        <ConditionExplanation explanation={explanation} condition={condition} />
      </Box>
    </>
  );
};

export default ExplainDialog;
