import { casual } from 'chrono-node/pt'
import { dateReader, namesOfDays } from './date-reader.ts'
import type { Lexicon } from './types.ts'
import { words } from './types.ts'

export const portuguese: Lexicon = {
  labels: {
    action: words(
      'ação, ações, acao, tarefa, tarefas, medida, ação corretiva, ação preventiva, próximo passo, atividade, pendência',
    ),
    description: words('descrição, descricao, detalhe, detalhes, resumo'),
    owner: words(
      'responsável, responsavel, responsáveis, dono, dona, atribuído a, designado, encarregado, a cargo, resp, atribuído',
    ),
    due: words('prazo, data limite, data-limite, vencimento, data de entrega, data prevista, prazo final'),
    priority: words('prioridade, urgência, importância'),
    status: words('status, estado, situação, situacao'),
    ticket: words('ticket, chamado, link, referência, card, tíquete'),
    kind: words('tipo, categoria, classe'),
    number: words('nº, número, num'),
    note: words(
      'nota, notas, comentário, comentários, observação, observações, justificativa, motivo, verificação, critério de sucesso',
    ),
  },
  headers: {
    action: words('o que, passo, melhoria'),
    owner: words('quem, equipe'),
    due: words('quando, até quando, para quando, data, entrega, previsão'),
    priority: words('severidade'),
    status: words('feito, concluído, progresso, andamento'),
  },
  done: words(
    'completo, completa, feito, feita, concluído, concluida, concluída, pronto, pronta, finalizado, finalizada, resolvido, resolvida, fechado, fechada, sim, entregue, implementado, implementada',
  ),
  open: words(
    'não, nao, pendente, em andamento, aberto, aberta, em aberto, parcial, parcialmente, planejado, a fazer, bloqueado, em progresso, a iniciar',
  ),
  nobody: words(
    'a definir, a confirmar, a determinar, a designar, sem responsável, não atribuído, nenhum, ninguém, nome, data, pendente, desconhecido',
  ),
  priorities: words('alta, média, baixa, crítica, urgente, alto, médio, baixo, crítico'),
  foremost: words('prioridade máxima, prioridade absoluta'),
  pressing: {
    verbs: words('é, está, virou, ficou, tornou-se, passou a ser'),
    words: words('urgente, crítico, crítica'),
  },
  and: words('e, ou'),
  team: words('equipe, equipa'),
  teamBefore: words('equipe, equipe de, equipa, equipa de, time, time de, área de'),
  by: words('até, até o, até a, até dia, antes de, antes do, para o dia, prazo, no máximo até'),
  within: words('em, dentro de, em até, nos próximos, nas próximas, no prazo de'),
  units: {
    day: words('dia, dias'),
    'working day': words('dias úteis, dia útil'),
    week: words('semana, semanas'),
    month: words('mês, mes, meses'),
    year: words('ano, anos'),
  },
  quarter: words('trimestre'),
  numbers: {
    um: 1,
    dois: 2,
    três: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    onze: 11,
    doze: 12,
    uma: 1,
    duas: 2,
  },
  periods: {
    today: words('hoje'),
    'this week': words('esta semana, essa semana, fim da semana, final da semana'),
    'next week': words('próxima semana, a próxima semana, semana que vem'),
    'this month': words('este mês, esse mês, fim do mês, final do mês'),
    'next month': words('próximo mês, mês que vem'),
    'this quarter': words('este trimestre, fim do trimestre, final do trimestre'),
    'next quarter': words('próximo trimestre'),
    'this year': words('este ano, fim do ano, final do ano'),
    'next year': words('próximo ano, ano que vem'),
  },
  monthParts: {
    early: words('início de, começo de'),
    mid: words('meados de'),
    end: words('fim de, final de, fins de'),
  },
  incident: {
    start: words(
      `data do incidente, início, data de início, hora de início, início do incidente, data e hora`,
    ),
    date: words(`data, duração, período, quando, janela`),
    severity: words(`severidade, gravidade, criticidade`),
  },
  dates: dateReader(
    casual,
    namesOfDays(
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda terça quarta quinta sexta sábado domingo',
      'hoje amanhã',
    ),
  ),
}
