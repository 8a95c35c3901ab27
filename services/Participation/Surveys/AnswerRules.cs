using Integrationskonzept.Participation.FieldErrors;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>What an answer must be; told at each question.</summary>
static class AnswerRules
{
    static readonly Text Other = new(
        "Diese Frage wird anders beantwortet. Laden Sie die Umfrage neu.",
        "This question is answered in another way. Load the survey again."
    );
    static readonly Text Unknown = new(
        "Diese Antwort steht nicht zur Wahl. Laden Sie die Umfrage neu.",
        "There is no such option. Load the survey again."
    );

    public static GivenAnswers Check(SurveyDocument document, IReadOnlyList<QuestionAnswer> answers)
    {
        var wrong = new WrongFields();
        foreach (var group in answers.GroupBy(answer => answer.Question))
            if (document.Questions.All(question => question.Key != group.Key))
                wrong.Add(
                    group.Key,
                    new("Diese Frage gibt es nicht. Laden Sie die Umfrage neu.", "No such question. Load the survey again.")
                );
            else if (group.Count() > 1)
                wrong.Add(group.Key, new("Antworten Sie auf jede Frage einmal.", "Answer each question once."));
        var given = new GivenAnswers(document, answers);
        foreach (var question in document.Questions)
        foreach (var words in WhatIsWrong(question, given))
            wrong.Add(question.Key, words);
        wrong.ThrowIfAny();
        return given;
    }

    static IEnumerable<Text> WhatIsWrong(SurveyQuestion question, GivenAnswers given)
    {
        if (given.To(question) is not { } answer)
            return question.Required && given.IsAsked(question)
                ? [new Text("Diese Frage braucht eine Antwort.", "This question needs an answer.")]
                : [];
        if (!given.IsAsked(question))
            return
            [
                new(
                    "Diese Frage gilt nach Ihren anderen Antworten nicht für Sie. Lassen Sie sie leer.",
                    "After your other answers this question is not for you. Leave it empty."
                ),
            ];
        return Parts(answer)
            .SequenceEqual([
                question.Kind switch
                {
                    QuestionKind.ChooseOne or QuestionKind.ChooseMany => nameof(answer.Options),
                    QuestionKind.Scale => nameof(answer.Value),
                    QuestionKind.Rank => nameof(answer.Ranking),
                    QuestionKind.Text => nameof(answer.Text),
                    _ => nameof(answer.Cells),
                },
            ])
            ? WhatIsWrong(question, answer)
            : [Other];
    }

    /// <summary>What the answer has; a question has one of them.</summary>
    static IEnumerable<string> Parts(QuestionAnswer answer)
    {
        if (answer.Options is { Count: > 0 })
            yield return nameof(answer.Options);
        if (answer.Value is not null)
            yield return nameof(answer.Value);
        if (answer.Ranking is { Count: > 0 })
            yield return nameof(answer.Ranking);
        if (answer.Text is not null)
            yield return nameof(answer.Text);
        if (answer.Cells is { Count: > 0 })
            yield return nameof(answer.Cells);
    }

    static IEnumerable<Text> WhatIsWrong(SurveyQuestion question, QuestionAnswer answer) =>
        question.Kind switch
        {
            QuestionKind.ChooseOne => OfChoice(question, answer.Options!, 1),
            QuestionKind.ChooseMany => OfChoice(question, answer.Options!, question.Most ?? question.AllOptions.Count),
            QuestionKind.Scale => OfScale(question.Scale!, answer.Value!.Value),
            QuestionKind.Rank => OfRanking(question, answer.Ranking!),
            QuestionKind.Text => OfText(question.Most ?? SurveyLimits.Text, answer.Text!),
            _ => OfMatrix(question, answer.Cells!),
        };

    static IEnumerable<Text> OfChoice(SurveyQuestion question, IReadOnlyList<string> chosen, int most)
    {
        if (chosen.Any(key => !question.HasOption(key)))
            yield return Unknown;
        if (chosen.Distinct().Count() != chosen.Count)
            yield return new("Wählen Sie jede Antwort höchstens einmal.", "Choose each option once at most.");
        if (chosen.Count > most)
            yield return most == 1
                ? new("Wählen Sie eine Antwort.", "Choose one option.")
                : new($"Wählen Sie höchstens {most} Antworten.", $"Choose {most} options at most.");
    }

    static IEnumerable<Text> OfScale(SurveyScale scale, int value)
    {
        if (value < scale.From || value > scale.To)
            yield return new($"Geben Sie eine Zahl von {scale.From} bis {scale.To} an.", $"Give a number from {scale.From} to {scale.To}.");
    }

    static IEnumerable<Text> OfRanking(SurveyQuestion question, IReadOnlyList<string> ranking)
    {
        if (ranking.Any(key => !question.HasOption(key)))
            yield return Unknown;
        else if (ranking.Count != question.AllOptions.Count || ranking.Distinct().Count() != ranking.Count)
            yield return new(
                "Geben Sie jeder Antwort einen Platz, und jeden Platz nur einmal.",
                "Give each option a place, and each place once only."
            );
    }

    static IEnumerable<Text> OfText(int most, string text)
    {
        if (text.Length > most)
            yield return new(
                $"Höchstens {most} Zeichen; hier sind es {text.Length}.",
                $"At most {most} characters; here are {text.Length}."
            );
    }

    static IEnumerable<Text> OfMatrix(SurveyQuestion question, IReadOnlyList<MatrixCell> cells)
    {
        if (cells.Any(cell => !question.HasOption(cell.Option) || question.AllRows.All(row => row.Key != cell.Row)))
            yield return Unknown;
        else if (cells.DistinctBy(cell => cell.Row).Count() != cells.Count)
            yield return new("Wählen Sie in jeder Zeile eine Antwort.", "Choose one option in each row.");
        else if (question.Required && cells.Count < question.AllRows.Count)
            yield return new("In jeder Zeile braucht es eine Antwort.", "Each row needs an answer.");
    }
}
