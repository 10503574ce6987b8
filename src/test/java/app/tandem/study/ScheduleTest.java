package app.tandem.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({"1,1", "4,1", "5,1", "6,2", "10,2", "11,3", "15,3", "16,4"})
    void earlyLossesAreKeptAtTheFirstEpochThatCompletesAFifth(int epochs, int early) {
        assertThat(schedule(epochs, 0.1).earlyEpoch()).isEqualTo(early);
    }

    @ParameterizedTest
    @CsvSource({"0,0.1", "3,0", "3,-1", "3,NaN"})
    void aScheduleThatCannotTrainIsRefused(int epochs, double rate) {
        assertThatThrownBy(() -> schedule(epochs, rate)).isInstanceOf(UserException.class);
    }

    @ParameterizedTest
    @CsvSource({"1/20,420,21", "1/20,421,22", "1,420,420", "1/1000,5,1"})
    void aSettingUsesItsShareOfTheTrainingImagesRoundedUp(String share, int available, int used) {
        Setting setting = new Setting("s", EncoderDepth.LIGHT, Fraction.parse(share), 64, schedule(3, 0.1));
        assertThat(setting.trainingImages(available)).isEqualTo(used);
    }

    private static Schedule schedule(int epochs, double rate) {
        return new Schedule(epochs, 16, rate, Schedule.Decay.STEP, 0, 0.9, 0, Double.POSITIVE_INFINITY);
    }
}
