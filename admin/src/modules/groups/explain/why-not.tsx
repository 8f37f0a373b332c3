import { lazy, Suspense, useRef, useState } from 'react';
import { Button, Modal, Typography } from '@strapi/design-system';
import type { GroupPage } from '../../../../../server/src/modules/groups/contract';
import { api } from '../../../shared/api';
import { useReturnFocus } from '../../../shared/return-focus';
import { SearchChoice, type SearchOption } from '../../../shared/search-choice';
import { useTranslate } from '../../../shared/translate';

const ExplainDialog = lazy(() => import('./explain-dialog'));

interface WhyNotProps {
  contact: string;
  /** Groups that it is in. */
  without: string[];
}

/** A dynamic group that the contact is not in, and what of its condition is missing. */
export const WhyNot = ({ contact, without }: WhyNotProps) => {
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  const close = () => {
    setChosen(null);
    setChoosing(false);
  };
  return (
    <>
      <Button ref={button} size="S" variant="tertiary" onClick={() => setChoosing(true)}>
        {t('groups.whyNot')}
      </Button>
      {isChoosing && !chosen && <Choose without={without} onChoose={setChosen} onClose={close} />}
      {chosen && (
        <Suspense fallback={null}>
          <ExplainDialog
            contact={contact}
            group={{ documentId: chosen.documentId, displayName: chosen.name }}
            opener={button}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
};

interface ChooseProps {
  without: string[];
  onChoose: (group: SearchOption | null) => void;
  onClose: () => void;
}

const Choose = ({ without, onChoose, onClose }: ChooseProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content {...returnFocus}>
        <Modal.Header>
          <Modal.Title>{t('groups.whyNot')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p" textColor="neutral600" paddingBottom={4}>
            {t('groups.whyNotHint')}
          </Typography>
          <SearchChoice
            label={t('groups.findGroups')}
            kind="dynamic-groups"
            find={findDynamic}
            without={without}
            chosen={null}
            onChoose={onChoose}
          />
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('common.cancel')}</Button>
          </Modal.Close>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const FOUND = 50;

const findDynamic = async (q: string, signal: AbortSignal): Promise<SearchOption[]> => {
  const query = { q, pageSize: FOUND };
  const { data } = await api.get<GroupPage>('/contact-groups', { query, signal });
  return data
    .filter(({ kind }) => kind === 'dynamic')
    .map(({ documentId, displayName, name }) => ({ documentId, name: displayName, detail: name }));
};
