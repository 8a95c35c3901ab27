using Integrationskonzept.Client.Models;
using Integrationskonzept.Walkthrough.Api;

namespace Integrationskonzept.Walkthrough.Steps;

/// <summary>
/// A survey in three languages, answered by accounts and by a link; where the topic area is concluded, counted and published.
/// </summary>
static class Survey
{
    public static async Task AskAsync(Process process, TopicAreaDto area, bool close)
    {
        var story = process.Story.Survey;
        var surveys = process.AsCoordinator.Surveys;
        if ((await surveys.GetAsync(page => page.QueryParameters.TopicAreaId = area.Id))!.Items!.Count > 0)
            return;
        var written = (
            await surveys.PostAsync(
                new()
                {
                    TopicAreaId = area.Id,
                    Title = story.Title.ToText(),
                    HasPublicLink = true,
                    Questions =
                    [
                        new()
                        {
                            Key = "time",
                            Kind = QuestionKind.ChooseOne,
                            Required = true,
                            Text = story.Question.ToText(),
                            Options =
                            [
                                .. story.Options.Select(
                                    (option, number) => new SurveyOption { Key = $"o{number}", Text = option.ToText() }
                                ),
                            ],
                        },
                        new()
                        {
                            Key = "words",
                            Kind = QuestionKind.Text,
                            Text = story.Open.ToText(),
                        },
                    ],
                }
            )
        )!;
        var survey = surveys[written.Id!.Value];
        var opened = await survey.Open.PostAsync(
            new() { Until = TimeProvider.System.GetUtcNow().AddDays(30) },
            Versions.Seen(written.Version)
        );

        foreach (var (index, group) in Participation.Groups.Index())
            await Participation.As(process, group).Surveys[written.Id.Value].Answer.PutAsync(Answer(index % 2));
        var link = process.AsAnybody.SurveyLinks[(await survey.Link.GetAsync())!.Token!];
        foreach (var number in Enumerable.Range(0, 12))
            await link.Answer.PutAsync(Answer(number % 2), Browsers.New);
        process.Say($"{story.Title.De}: {Participation.Groups.Length + 12} answers");
        if (!close)
            return;
        var closed = await survey.Close.PostAsync(Versions.Seen(opened!.Version));
        await survey.Publication.PutAsync(new() { Published = true }, Versions.Seen(closed!.Version));

        static AnswerSurvey Answer(int option) =>
            new() { Id = Guid.CreateVersion7(), Answers = [new() { Question = "time", Options = [$"o{option}"] }] };
    }

    static SurveyText ToText(this StoryText text) =>
        new()
        {
            De = text.De,
            En = text.En,
            Ar = text.Ar,
        };
}
