using MassTransit;

namespace Integrationskonzept.Participation.Answers;

static class AnswerSetup
{
    public static void AddAnswerConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<TakeAnswers>();

    public static void AddAnswers(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<AnswerOptions>(builder.Configuration.GetSection("Answers"));
        builder.Services.AddScoped<AnswerNews>().AddScoped<AnswerMails>();
    }
}
