using System.Diagnostics.CodeAnalysis;
using Integrationskonzept.Participation.FieldErrors;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>What is wrong with statistics is told all at once, each at its field.</summary>
static class StatisticsRules
{
    const decimal Least = 99,
        Most = 101;

    /// <summary>The questions as they are stored.</summary>
    public static List<StatisticsQuestion> Check(WriteDistrictStatistics write, DateOnly today)
    {
        var wrong = new WrongFields();
        if (!Uri.TryCreate(write.Url.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            wrong.Add(
                "url",
                new(
                    "Geben Sie die ganze Adresse an, unter der die Zahlen stehen, mit https://.",
                    "Give the whole address at which the figures are, with https://."
                )
            );
        if (write.AsOf > today || write.AsOf == default)
            wrong.Add(
                "asOf",
                new("Geben Sie den Stichtag der Zahlen an; er liegt nicht in der Zukunft.", "Give the day that they are about.")
            );
        var questions = write.Questions.Select((question, at) => Check(question, $"questions[{at}]", wrong)).ToList();
        foreach (var (at, question) in questions.Index())
            if (question is not null && questions.Take(at).Any(other => other?.Question == question.Question))
                wrong.Add($"questions[{at}].question", new("Diese Frage steht schon weiter oben.", "This question is further up already."));
        wrong.ThrowIfAny();
        return [.. questions.OfType<StatisticsQuestion>()];
    }

    static StatisticsQuestion? Check(WriteStatisticsQuestion write, string field, WrongFields wrong)
    {
        if (!TryRead<RepresentationQuestion>(write.Question, out var question))
        {
            wrong.Add($"{field}.question", Known("Diese Frage", "This question", Enum.GetValues<RepresentationQuestion>().Select(Key)));
            return null;
        }
        var answers = new List<StatisticsShare>();
        foreach (var (at, one) in write.Answers.Index())
        {
            var place = $"{field}.answers[{at}].answer";
            if (!TryRead<RepresentationAnswer>(one.Answer, out var answer) || !question.Answers().Contains(answer))
                wrong.Add(place, Known("Diese Antwort", "This answer", question.Answers().Select(Key)));
            else if (answers.Exists(known => known.Answer == answer))
                wrong.Add(place, new("Diese Antwort steht schon weiter oben.", "This answer is further up already."));
            else
                answers.Add(new(answer, one.Share, one.Note?.Trim()));
        }
        var sum = write.Answers.Sum(one => one.Share);
        if (sum is < Least or > Most)
            wrong.Add(
                $"{field}.answers",
                new(
                    $"Die Anteile ergeben zusammen {sum:0.##} statt 100 Prozent.",
                    FormattableString.Invariant($"The shares add up to {sum:0.##} instead of 100 per cent.")
                )
            );
        return new(question, answers, write.Population?.Trim());
    }

    static Text Known(string german, string english, IEnumerable<string> keys)
    {
        var all = string.Join(", ", keys);
        return new($"{german} gibt es hier nicht. Bekannt sind: {all}.", $"{english} is not known here. Known are: {all}.");
    }

    static string Key<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static bool TryRead<T>(string key, [NotNullWhen(true)] out T value)
        where T : struct, Enum
    {
        foreach (var one in Enum.GetValues<T>())
            if (Key(one) == key)
            {
                value = one;
                return true;
            }
        value = default;
        return false;
    }
}
