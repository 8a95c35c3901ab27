using System.Text;
using Integrationskonzept.Participation.FieldErrors;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>What a survey says and asks, and what holds of it as a whole.</summary>
public sealed record SurveyDocument(SurveyText Title, SurveyText? Introduction, IReadOnlyList<SurveyQuestion> Questions)
{
    static readonly Text Unique = new("Jedes Kürzel gibt es nur einmal.", "Each key is there once only.");

    /// <summary>Those in which the title is said.</summary>
    internal IReadOnlyList<string> Languages => [.. Title.All().Select(pair => pair.Language)];

    /// <summary>What can't be: told at each field, and nothing is stored.</summary>
    internal void RequireSound()
    {
        var wrong = new WrongFields();
        if (
            Texts().Select(one => one.Text).Append(Title).SelectMany(text => text.All()).Sum(one => Encoding.UTF8.GetByteCount(one.Words))
            > SurveyLimits.Bytes
        )
            wrong.Add(
                "questions",
                new(
                    "Alle Texte zusammen sind zu lang (mehr als 200 kB). Kürzen Sie sie, oder machen Sie zwei Umfragen daraus.",
                    "All texts together are too long (more than 200 kB). Shorten them, or make two surveys of it."
                )
            );
        if (Title.IsLongerThan(SurveyLimits.Title))
            wrong.Add("title", new("Ein Titel hat höchstens 200 Zeichen.", "A title has 200 characters at most."));
        for (var at = 0; at < Questions.Count; at++)
        {
            var (path, question) = ($"questions[{at}]", Questions[at]);
            if (Questions.Take(at).Any(earlier => earlier.Key == question.Key))
                wrong.Add($"{path}.key", Unique);
            RequireParts(question, path, wrong);
            if (question.ShownIf is { } condition)
                RequireBackwards(condition, at, $"{path}.shownIf", wrong);
        }
        wrong.ThrowIfAny();
    }

    static void RequireParts(SurveyQuestion question, string path, WrongFields wrong)
    {
        var needsOptions = question.Kind is not (QuestionKind.Scale or QuestionKind.Text);
        if (needsOptions && question.AllOptions.Count < 2)
            wrong.Add($"{path}.options", new("Nennen Sie mindestens zwei Antworten.", "Name at least two options."));
        if (!needsOptions && question.AllOptions.Count > 0)
            wrong.Add($"{path}.options", new("Diese Art von Frage hat keine Antworten zur Wahl.", "This kind of question has no options."));
        if (question.AllOptions.DistinctBy(option => option.Key).Count() != question.AllOptions.Count)
            wrong.Add($"{path}.options", Unique);
        if (question.Kind == QuestionKind.Matrix != question.AllRows.Count > 0)
            wrong.Add($"{path}.rows", new("Zeilen hat eine Matrix, und nur sie.", "A matrix has rows, and nothing else has."));
        if (question.AllRows.DistinctBy(row => row.Key).Count() != question.AllRows.Count)
            wrong.Add($"{path}.rows", Unique);
        if (question.Kind == QuestionKind.Scale != question.Scale is not null)
            wrong.Add(
                $"{path}.scale",
                new("Zahlen von und bis hat eine Skala, und nur sie.", "A scale has numbers from and to, and nothing else has.")
            );
        if (question.Most is { } most && !MayBeMost(question, most))
            wrong.Add(
                $"{path}.most",
                new(
                    "Höchstens so viele wie Antworten, mindestens zwei; sonst nur bei Text. Für eine einzige nehmen Sie „eine Antwort“.",
                    "As many as there are options at most, two at least; else only of texts. For a single one take a choice of one."
                )
            );
    }

    static bool MayBeMost(SurveyQuestion question, int most) =>
        question.Kind == QuestionKind.Text || question.Kind == QuestionKind.ChooseMany && most >= 2 && most <= question.AllOptions.Count;

    /// <summary>Only on an earlier one: so there is no circle, and nobody has to go back.</summary>
    void RequireBackwards(ShownIf condition, int at, string path, WrongFields wrong)
    {
        if (Questions.Take(at).FirstOrDefault(earlier => earlier.Key == condition.Question) is not { IsChoice: true } earlier)
            wrong.Add(
                $"{path}.question",
                new(
                    "Eine Frage kann nur von einer früheren Auswahlfrage abhängen. Stellen Sie diese weiter nach vorn.",
                    "A question can depend only on an earlier question with a choice. Move that one to the front."
                )
            );
        else if (condition.Options.Any(key => !earlier.HasOption(key)))
            wrong.Add(
                $"{path}.options",
                new("Eine dieser Antworten hat die frühere Frage nicht.", "The earlier question does not have one of these options.")
            );
    }

    /// <summary>What people are shown is whole: something is asked, and each language says all.</summary>
    internal void RequireComplete()
    {
        var wrong = new WrongFields();
        if (Questions.Count == 0)
            wrong.Add("questions", new("Stellen Sie mindestens eine Frage.", "Ask one question at least."));
        foreach (var (path, text) in Texts())
        {
            var missing = Languages.Except(text.All().Select(pair => pair.Language)).ToList();
            if (missing.Count > 0)
                wrong.Add(
                    path,
                    new(
                        $"Hier fehlt die Übersetzung ({string.Join(", ", missing)}). Ergänzen Sie sie, oder nehmen Sie sie beim Titel weg.",
                        $"The translation is missing here ({string.Join(", ", missing)}). Add it, or take it away from the title."
                    )
                );
        }
        wrong.ThrowIfAny();
    }

    IEnumerable<(string Path, SurveyText Text)> Texts()
    {
        if (Introduction is not null)
            yield return ("introduction", Introduction);
        for (var at = 0; at < Questions.Count; at++)
            foreach (var (path, text) in Questions[at].Texts())
                yield return ($"questions[{at}].{path}", text);
    }
}
