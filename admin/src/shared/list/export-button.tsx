import { useEffect, useRef, useState } from 'react';
import { Button } from '@strapi/design-system';
import { Cross, Download } from '@strapi/icons';
import { api } from '../api';
import { toDay } from '../local-day';
import { useNotify } from '../notices';
import { toProblem } from '../problem';
import { saveFile } from '../save-file';
import { useTranslate } from '../translate';

interface ExportButtonProps {
  /** The list's own name: that of its route, and of the file. */
  list: string;
  /** What it shows: filters and order. */
  query: Record<string, string>;
  columns: string[];
}

/** The list as it is on the screen, all pages of it, as a file. */
export const ExportButton = ({ list, query: shown, columns }: ExportButtonProps) => {
  const t = useTranslate();
  const notify = useNotify();
  const running = useRef<AbortController | null>(null);
  const [isRunning, setRunning] = useState(false);
  useEffect(() => () => running.current?.abort(), []);
  const run = async () => {
    const controller = new AbortController();
    running.current = controller;
    setRunning(true);
    try {
      const { pageSize: _pageSize, cursor: _cursor, ...query } = shown;
      const file = await api.download(`/${list}/export`, {
        query: { ...query, columns: columns.join() },
        signal: controller.signal,
      });
      saveFile(file, `${list}-${toDay(new Date())}.csv`);
    } catch (error) {
      if (!controller.signal.aborted)
        notify({ type: 'danger', message: toProblem(error).message ?? t('error.title') });
    }
    setRunning(false);
  };
  return isRunning ? (
    <Button variant="tertiary" startIcon={<Cross />} onClick={() => running.current?.abort()}>
      {t('export.cancel')}
    </Button>
  ) : (
    <Button variant="tertiary" startIcon={<Download />} onClick={() => void run()}>
      {t('export.start')}
    </Button>
  );
};
