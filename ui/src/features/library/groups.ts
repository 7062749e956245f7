// How the list of articles is divided. An article stands in the first group it belongs to, once.
import type { ArticleCard, Urgent } from '../../api/contract';

export interface Group {
  /** The end of the message id `library-group-…`. */
  name: string;
  urgent: boolean;
  articles: ArticleCard[];
}

const DOORS: readonly Urgent[] = ['stopped', 'asylum', 'ill'];
const AUDIENCES: readonly string[] = ['refused', 'detained', 'worker', 'new', 'helper'];

export function groups(articles: readonly ArticleCard[], door?: Urgent): Group[] {
  const doors = door ? [door] : DOORS;
  const urgent = doors.map((name) => ({ name, urgent: true, articles: articles.filter((article) => article.urgent === name) }));
  const rest = door ? [] : articles.filter((article) => article.urgent === null);
  const firstAudience = (article: ArticleCard) => AUDIENCES.find((name) => article.audience.includes(name)) ?? 'other';
  const byAudience = [...AUDIENCES, 'other'].map((name) => ({
    name,
    urgent: false,
    articles: rest.filter((article) => firstAudience(article) === name),
  }));
  return [...urgent, ...byAudience].filter((group) => group.articles.length > 0);
}
