import { type ProseBlock, paragraph } from '../../../prose/blocks.ts'
import type { SampleWriter } from '../sample-writer.ts'
import { liveNotes, postmortem } from './sources.ts'

function list(...entries: readonly string[]): ProseBlock {
  return { kind: 'list', ordered: false, entries: entries.map((entry) => [paragraph(entry)]) }
}

function sources(): ProseBlock {
  return {
    kind: 'paragraph',
    runs: [
      { text: 'The facts are from ' },
      { text: 'the postmortem', link: postmortem.url ?? '' },
      { text: ' that GitLab published on 10 February 2017 and from ' },
      { text: 'the notes kept during the night', link: liveNotes.url ?? '' },
      { text: '. The words are not theirs.' },
    ],
  }
}

/** The parts of the record that are written by hand, after the meeting. */
export function writeProse(write: SampleWriter): void {
  write.prose('summary', [
    paragraph(
      'GitLab.com was down for about 18 hours after data was removed from its primary database while a standby was being rebuilt. Repositories and wikis were safe in separate storage; changes to the database after 17:20 were lost. What brought the rest back was a snapshot made by hand six hours before, for another purpose.',
    ),
    sources(),
  ])
  write.prose('impact', [
    list(
      'GitLab.com was not available for about 18 hours.',
      'About 5,000 projects, as many comments and 700 new accounts were lost.',
      'Repositories and wikis could not be reached but none was lost. Self-managed installations were not touched.',
    ),
  ])
  write.prose('description', [
    paragraph(
      'Load on the primary had been high all evening. Spam was one part of it; a background job that was deleting a staff account after a false abuse report was another. The standby fell behind until the log it still needed was gone, and with no archive of that log it had to be rebuilt by hand.',
    ),
    paragraph(
      'The copy tool waited without a word. That was normal, but neither runbook nor manual said so. A connection limit that had worked for almost a year then kept the primary from restarting. By 23:27 it made sense to think that the empty data directory was in the way. Two hosts, one digit apart: the directory that was removed was the primary’s. The command was stopped within a second or two, with about 4.5 of 300 GB left.',
    ),
    paragraph(
      'Then each safety net was reached for in turn. The backup job had stopped with an error, and its mail had been refused. What remained was the copy in staging. It lay on slow disks, so bringing it back took most of the next day, in the open, with some 5,000 people watching at the peak.',
    ),
  ])
}
