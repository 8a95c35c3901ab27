using Integrationskonzept.Participation.Representativeness;
using static Integrationskonzept.Participation.Representativeness.RepresentationAnswer;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_answers_of_many_are_summed
{
    [Fact]
    public void Each_question_is_shown_by_itself_from_twenty_answers_on_and_changes_by_ten()
    {
        var representation = Begun();
        Enumerable.Range(0, 19).ShouldAllBe(_ => !representation.Count(new[] { Female, Age16To24 }));
        representation.Count([Male]).ShouldBeTrue();
        representation.ShownOfEach(RepresentationQuestion.Gender).ShouldBe([19, 1, 0]);
        representation.ShownOf(RepresentationQuestion.Age).ShouldBe(0, "only nineteen have said it");
        Enumerable.Range(0, 9).ShouldAllBe(_ => !representation.Count(new[] { Diverse }));
        representation.ShownOfEach(RepresentationQuestion.Gender).ShouldBe([19, 1, 0]);
        representation.Count([Female]).ShouldBeTrue();
        representation.ShownOfEach(RepresentationQuestion.Gender).ShouldBe([19, 1, 9], "one alone waits on");
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 20)]
    [InlineData(24, 20)]
    [InlineData(25, 25)]
    [InlineData(29, 29)]
    [InlineData(34, 30)]
    public void At_the_end_what_waits_is_shown_if_it_is_five_or_more_and_forgotten_else(int answers, int shown)
    {
        var representation = Begun();
        for (var number = 0; number < answers; number++)
            representation.Count([Female]);
        representation.Close();
        representation.ShownOf(RepresentationQuestion.Gender).ShouldBe(shown);
        representation.Counts.ShouldAllBe(count => count.Waiting == 0);
        representation.Secret.ShouldBeNull();
    }

    [Fact]
    public void Every_answer_belongs_to_one_question() =>
        Enum.GetValues<RepresentationQuestion>()
            .SelectMany(question => question.Answers().Select(answer => (answer, answer.Question() == question)))
            .ShouldBe(Enum.GetValues<RepresentationAnswer>().Select(answer => (answer, true)));

    static Representation Begun() => new() { TopicAreaId = Guid.CreateVersion7() };
}
